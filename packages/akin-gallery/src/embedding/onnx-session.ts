import { env, InferenceSession, listSupportedBackends } from "onnxruntime-node";
import { AkinError } from "../akin-error.js";
import { DEVICES } from "./devices.js";

// What onnxruntime logs goes straight to standard error, which belongs to the progress line; what matters is thrown.
env.logLevel = "fatal";

/** Why a device that onnxruntime knows can't be opened, in the user's terms. */
const NEEDS: Record<string, string> = {
  webgpu: "no graphics adapter with a driver for Vulkan, Metal or Direct3D 12 was found",
  cuda: "CUDA 12, cuDNN 9 and onnxruntime's CUDA libraries are needed; the README says how to add them",
};

/**
 * Opens an ONNX model on a device.
 *
 * @param device one of `DEVICES`
 * @param threads on the CPU; without a number as many as there are cores, which spin for a while after each run
 * @throws AkinError USAGE if the device can't be used here, BAD_MODEL if the file is no ONNX model
 */
export async function openSession(
  path: string,
  device: string,
  threads?: number,
): Promise<InferenceSession> {
  const provider = device === "auto" ? "cpu" : device;
  const available: string[] = listSupportedBackends().map(({ name }) => name);
  if (!available.includes(provider)) {
    const isKnown = DEVICES.some((name) => name === device);
    const what = isKnown ? `The device "${device}" is not there` : `Unknown device "${device}"`;
    const here = DEVICES.filter((name) => available.includes(name)).join(", ");
    throw new AkinError("USAGE", `${what}: onnxruntime has ${here} on this system.`);
  }
  try {
    return await InferenceSession.create(path, {
      executionProviders: [provider],
      graphOptimizationLevel: "all",
      logSeverityLevel: 3,
      ...(threads !== undefined && {
        intraOpNumThreads: threads,
        extra: { session: { intra_op: { allow_spinning: "0" } } },
      }),
    });
  } catch (error) {
    if (provider !== "cpu" && (await opensOnCpu(path))) throw unusable(device, error);
    const message = `${path} can't be opened as an ONNX model: ${firstLine(error)}`;
    throw new AkinError("BAD_MODEL", message, { cause: error });
  }
}

/** Tells a device that does not work from a file that does not. */
async function opensOnCpu(path: string): Promise<boolean> {
  try {
    await (await InferenceSession.create(path, { logSeverityLevel: 3 })).release();
    return true;
  } catch {
    return false;
  }
}

function unusable(device: string, error: unknown): AkinError {
  const reason = NEEDS[device] ?? firstLine(error);
  const message = `The device "${device}" can't be used here: ${reason}. "--device cpu" always works.`;
  return new AkinError("USAGE", message, { cause: error });
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}
