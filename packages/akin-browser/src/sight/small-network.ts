import { type Kernel, loadKernel } from "./load-kernel.js";
import { type Layer, type Network, readNetwork } from "./read-network.js";
import { type Blend, resizeWeights } from "./resize-weights.js";

/** A layer with its places in memory. */
interface PlacedLayer extends Layer {
  weightsAt: number;
  scalesAt: number;
  /** i16 [side + 2][side + 2][outputs], zeros around. */
  output: number;
  side: number;
}

const PAGE = 65_536;
/** Bytes that may be read beyond a picture's last row. */
const BEYOND = 16;
/** Channels of the input: red, green, blue, nothing. */
const CHANNELS = 4;

/**
 * A network in whole numbers, in WebAssembly with SIMD: the same vector, bit by bit, in every browser and in Node. Not for
 * several pictures at a time.
 */
export class SmallNetwork {
  /** What it is called, and its version: vectors of two versions are never compared. */
  readonly name: string;
  readonly version: number;
  /** Length D of its vectors. */
  readonly dimensions: number;
  private readonly network: Network;
  private readonly memory = new WebAssembly.Memory({ initial: 1 });
  private readonly kernel: Kernel;
  private readonly layers: PlacedLayer[];
  private readonly input: number;
  private readonly headAt: number;
  private readonly pooled: number;
  private readonly sums: number;
  /** A picture's rows, and all that its resize needs. */
  private readonly free: number;
  private used = 0;

  /**
   * @param file content of the network's file
   * @throws Error if that is damaged; WebAssembly.CompileError where there is no SIMD or a page's rules allow no WebAssembly
   */
  constructor(file: Uint8Array) {
    this.network = readNetwork(file);
    const { name, version, side, layers, head, dimensions } = this.network;
    this.name = name;
    this.version = version;
    this.dimensions = dimensions;
    this.kernel = loadKernel(this.memory);
    this.input = this.take((side + 2) ** 2 * CHANNELS * 2);
    let output = side;
    this.layers = layers.map((layer) => {
      output /= layer.stride;
      return { ...this.place(layer, output), side: output };
    });
    this.headAt = this.take(head.length * 2);
    new Int16Array(this.memory.buffer, this.headAt, head.length).set(head);
    this.pooled = this.take((layers.at(-1)?.outputs ?? 0) * 2);
    this.sums = this.take(dimensions * 4);
    this.free = this.used;
  }

  /**
   * Sees a picture: its middle square.
   *
   * @param rgb `width * height * 3` bytes, upright, row after row
   * @returns Float32Array of length D, L2-normalised
   */
  embed(rgb: Uint8Array | Uint8ClampedArray, width: number, height: number): Float32Array {
    const { scales, offsets } = this.network;
    const sums = this.sumsOf(rgb, width, height);
    const vector = Float64Array.from(sums, (sum, i) => sum * (scales[i] ?? 0) + (offsets[i] ?? 0));
    const norm = Math.sqrt(vector.reduce((total, value) => total + value * value, 0));
    return Float32Array.from(vector, (value) => value / (norm || 1));
  }

  /** The whole numbers that the vector is made of, which training/whole_numbers.py gives too. */
  sumsOf(rgb: Uint8Array | Uint8ClampedArray, width: number, height: number): Int32Array {
    this.resize(rgb, width, height);
    let [from, before] = [this.input, 0];
    let [side, channels] = [this.network.side, CHANNELS];
    for (const layer of this.layers) {
      const { outputs, stride, weightsAt, scalesAt, shift, output } = layer;
      const added = layer.adds ? before : 0;
      this.kernel.convolve(
        ...([from, side, channels, stride, weightsAt, scalesAt, shift, added] as const),
        ...([output, layer.side, outputs] as const),
      );
      [before, from, side, channels] = [from, output, layer.side, outputs];
    }
    const { poolShift, dimensions } = this.network;
    this.kernel.pool(from, side, channels, poolShift, this.pooled);
    this.kernel.multiply(this.pooled, channels, this.headAt, this.sums, dimensions);
    return new Int32Array(this.memory.buffer, this.sums, dimensions).slice();
  }

  /** The middle square made as large as the input: first its height, then its width. */
  private resize(rgb: Uint8Array | Uint8ClampedArray, width: number, height: number): void {
    const { side } = this.network;
    const middle = Math.min(width, height);
    const [stride, lowStride] = [middle * 3, Math.ceil((middle * 3) / 16) * 16];
    this.used = this.free;
    const rows = this.take((middle + 1) * stride + BEYOND);
    const low = this.take(side * lowStride);
    const weightsAt = this.take(2 * middle + 4);
    const memory = new Uint8Array(this.memory.buffer);
    const [left, top] = [(width - middle) >> 1, (height - middle) >> 1];
    for (let y = 0; y < middle; y++) {
      const from = ((top + y) * width + left) * 3;
      memory.set(rgb.subarray(from, from + stride), rows + y * stride);
    }
    const blends = resizeWeights(middle, side);
    blends.forEach((blend, y) => {
      const count = this.write(blend, weightsAt);
      const first = rows + blend.first * stride;
      this.kernel.blendRows(first, count, lowStride, stride, weightsAt, low + y * lowStride);
    });
    const outputStride = (side + 2) * CHANNELS * 2;
    const corner = this.input + outputStride + CHANNELS * 2;
    blends.forEach((blend, x) => {
      const count = this.write(blend, weightsAt);
      const output = corner + x * CHANNELS * 2;
      const first = low + blend.first * 3;
      this.kernel.blendColumns(first, side, lowStride, count, weightsAt, output, outputStride);
    });
  }

  private write({ weights }: Blend, at: number): number {
    const written = new Int16Array(this.memory.buffer, at, weights.length + 1);
    written.set(weights);
    written[weights.length] = 0;
    return weights.length;
  }

  private place(layer: Layer, side: number): Omit<PlacedLayer, "side"> {
    const { weights, biases, multipliers, outputs } = layer;
    const weightsAt = this.take(weights.length * 2);
    const scalesAt = this.take(outputs * 8);
    const output = this.take((side + 2) ** 2 * outputs * 2);
    new Int16Array(this.memory.buffer, weightsAt, weights.length).set(weights);
    const scales = new Int32Array(this.memory.buffer, scalesAt, outputs * 2);
    scales.set(biases);
    scales.set(multipliers, outputs);
    return { ...layer, weightsAt, scalesAt, output };
  }

  /** Address of so many bytes more, a multiple of 16. */
  private take(bytes: number): number {
    const at = this.used;
    this.used = Math.ceil((at + bytes) / 16) * 16;
    const lacking = this.used - this.memory.buffer.byteLength;
    if (lacking > 0) this.memory.grow(Math.ceil(lacking / PAGE));
    return at;
  }
}
