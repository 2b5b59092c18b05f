import { env, InferenceSession, listSupportedBackends } from "onnxruntime-node";
import { AkinError } from "../akin-error.js";

// What onnxruntime logs goes straight to standard error, which belongs to the progress line; what matters is thrown.
env.logLevel = "fatal";

/**
 * Opens an ONNX model on a device.
 *
 * @param device one of onnxruntime's execution providers: `cpu`, `webgpu`, `cuda`, …
 * @throws AkinError USAGE if the device can't be used here, BAD_MODEL if the file is no ONNX model
 */
export async function openSession(path: string, device: string): Promise<InferenceSession> {
  const devices: string[] = listSupportedBackends().map(({ name }) => name);
  if (!devices.includes(device)) {
    const message = `Unknown device "${device}": onnxruntime has ${devices.join(", ")} here.`;
    throw new AkinError("USAGE", message);
  }
  try {
    return await InferenceSession.create(path, {
      executionProviders: [device],
      graphOptimizationLevel: "all",
      logSeverityLevel: 3,
    });
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split("\n");
    if (device === "cpu") {
      const message = `${path} can't be opened as an ONNX model: ${reason}`;
      throw new AkinError("BAD_MODEL", message, { cause: error });
    }
    const message = `The device "${device}" can't be used (${reason}); "cpu" always can.`;
    throw new AkinError("USAGE", message, { cause: error });
  }
}
