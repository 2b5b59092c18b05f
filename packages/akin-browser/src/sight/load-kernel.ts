import { KERNEL_CODE } from "./kernel-code.js";

/** What kernel/kernel.ts exports; addresses and sizes. */
export interface Kernel {
  convolve(
    input: number,
    inputSide: number,
    inputs: number,
    stride: number,
    weights: number,
    scales: number,
    shift: number,
    before: number,
    output: number,
    side: number,
    outputs: number,
  ): void;
  pool(input: number, side: number, channels: number, shift: number, output: number): void;
  multiply(input: number, inputs: number, weights: number, output: number, outputs: number): void;
  blendRows(
    rows: number,
    count: number,
    width: number,
    stride: number,
    weights: number,
    output: number,
  ): void;
  blendColumns(
    rows: number,
    height: number,
    stride: number,
    count: number,
    weights: number,
    output: number,
    outputStride: number,
  ): void;
}

let compiled: WebAssembly.Module | undefined;

/**
 * An instance that works on this memory.
 *
 * @throws WebAssembly.CompileError where there is no SIMD, or a page's rules allow no WebAssembly
 */
export function loadKernel(memory: WebAssembly.Memory): Kernel {
  compiled ??= new WebAssembly.Module(
    Uint8Array.from(KERNEL_CODE.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16)),
  );
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Kernel;
}
