import { SCALAR_KERNEL, SIMD_KERNEL } from "./kernel-code.js";
import { Vec0Error } from "./vec0-error.js";

/** What kernel/kernel.ts exports. */
export interface Kernel {
  place(dimensions: number, stride: number, normsAt: number, vectorsAt: number): void;
  prepare(isFloat: boolean, isQuantised: boolean): number;
  measure(isFloat: boolean, from: number, to: number): void;
  scan(
    kind: number,
    from: number,
    to: number,
    k: number,
    count: number,
    filtered: boolean,
    queryNorm: number,
    low: number,
    high: number,
  ): number;
  sort(count: number): void;
  readonly undefinedRows: WebAssembly.Global;
}

export type KernelName = "simd" | "scalar";

/** Compiled once each: a module is shared by all arrays. */
const modules = new Map<KernelName, WebAssembly.Module>();

/**
 * An instance that works on this memory; without a name the fastest that runs here.
 *
 * @throws Vec0Error `UNSUPPORTED`
 */
export function loadKernel(memory: WebAssembly.Memory, name = fastestKernel()): Kernel {
  try {
    const module = modules.get(name) ?? new WebAssembly.Module(codeOf(name));
    modules.set(name, module);
    return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Kernel;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Vec0Error(
      "UNSUPPORTED",
      `WebAssembly does not start: ${reason}. A page with a Content-Security-Policy needs 'wasm-unsafe-eval' in script-src.`,
      { cause },
    );
  }
}

function fastestKernel(): KernelName {
  return modules.has("simd") || WebAssembly.validate(codeOf("simd")) ? "simd" : "scalar";
}

function codeOf(name: KernelName): Uint8Array<ArrayBuffer> {
  const code = name === "simd" ? SIMD_KERNEL : SCALAR_KERNEL;
  return Uint8Array.from(code.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}
