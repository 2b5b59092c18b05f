import { readFile } from "node:fs/promises";
import { env, InferenceSession, listSupportedBackends } from "onnxruntime-node";
import { AkinError } from "../akin-error.js";
import { DEVICES } from "./devices.js";
import { signWeights } from "./signed-weights.js";

// What onnxruntime logs goes straight to standard error, which belongs to the progress line; what matters is thrown.
env.logLevel = "fatal";

/** Why a device that onnxruntime knows can't be opened, in the user's terms. */
const NEEDS: Record<string, string> = {
  webgpu: "no graphics adapter with a driver for Vulkan, Metal or Direct3D 12 was found",
  cuda: "CUDA 12, cuDNN 9 and onnxruntime's CUDA libraries are needed; the README says how to add them",
};

/** How a model is opened. */
export interface SessionOptions {
  /** One of `DEVICES`. */
  device: string;
  /** The weights are 8-bit integers: on the CPU they become signed, see `signWeights`. */
  quantised: boolean;
  /** On the CPU; without a number as many as there are cores, which spin for a while after each run. */
  threads?: number;
}

/**
 * Opens an ONNX model on a device.
 * @throws AkinError USAGE if the device can't be used here, BAD_MODEL if the file is no ONNX model
 */
export async function openSession(
  path: string,
  { device, quantised, threads }: SessionOptions,
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
    const options = {
      executionProviders: [provider],
      graphOptimizationLevel: "all",
      logSeverityLevel: 3,
      ...(threads !== undefined && {
        intraOpNumThreads: threads,
        extra: { session: { intra_op: { allow_spinning: "0" } } },
      }),
    } as const;
    const signed = quantised && provider === "cpu" ? await signedModel(path) : undefined;
    // Two calls, because create is overloaded.
    if (signed) return await InferenceSession.create(signed, options);
    return await InferenceSession.create(path, options);
  } catch (error) {
    if (provider !== "cpu" && (await opensOnCpu(path))) throw unusable(device, error);
    const message = `${path} can't be opened as an ONNX model: ${firstLine(error)}`;
    throw new AkinError("BAD_MODEL", message, { cause: error });
  }
}

/** The model's content with signed weights; undefined if it has none that could become so. */
async function signedModel(path: string): Promise<Uint8Array | undefined> {
  const model = await readFile(path);
  try {
    return signWeights(model) > 0 ? model : undefined;
  } catch {
    // It is no ONNX file: onnxruntime, which gets the file itself then, says so.
    return undefined;
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
