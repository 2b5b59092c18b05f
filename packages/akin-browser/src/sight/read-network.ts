/** A 3 x 3 convolution, and what is done to its sums: see kernel/kernel.ts. */
export interface Layer {
  /** Channels that come in: even. */
  inputs: number;
  /** Channels that go out: a multiple of 8. */
  outputs: number;
  stride: number;
  /** Sums times multipliers are divided by 2 ** shift. */
  shift: number;
  /** Whether what went into the layer before it is added. */
  adds: boolean;
  weights: Int8Array;
  biases: Int32Array;
  multipliers: Int32Array;
}

/** A network in whole numbers, as training/quantise.py writes it. */
export interface Network {
  name: string;
  /** Vectors of two versions are never compared. */
  version: number;
  /** Of its square input, in pixels. */
  side: number;
  layers: Layer[];
  /** Sums over all pixels are divided by 2 ** poolShift. */
  poolShift: number;
  dimensions: number;
  head: Int8Array;
  /** The vector is sums * scales + offsets, before it gets length 1. */
  scales: Float32Array;
  offsets: Float32Array;
}

type Description = Pick<Network, "name" | "version" | "side" | "poolShift" | "dimensions"> & {
  layers: Omit<Layer, "weights" | "biases" | "multipliers">[];
};

const MAGIC = "AKINEYE\x01";

/**
 * @param file content of a network's file
 * @throws Error if it is none, or ends early
 */
export function readNetwork(file: Uint8Array): Network {
  // Numbers of four bytes have to begin at a multiple of four.
  const { buffer } = new Uint8Array(file);
  const text = (from: number, length: number) =>
    new TextDecoder().decode(new Uint8Array(buffer, from, length));
  if (file.length < 12 || text(0, 8) !== MAGIC) throw new Error("This is no network of Akin's.");
  const length = new DataView(buffer).getUint32(8, true);
  const { layers, ...described }: Description = JSON.parse(text(12, length));
  let at = 12 + length;
  const take = (bytes: number) => {
    at += bytes;
    return at - bytes;
  };
  const int8 = (count: number) => new Int8Array(buffer, take(count), count);
  const int32 = (count: number) => new Int32Array(buffer, take(4 * count), count);
  const float32 = (count: number) => new Float32Array(buffer, take(4 * count), count);
  const { dimensions } = described;
  return {
    ...described,
    layers: layers.map((layer) => ({
      ...layer,
      weights: int8(9 * layer.inputs * layer.outputs),
      biases: int32(layer.outputs),
      multipliers: int32(layer.outputs),
    })),
    head: int8((layers.at(-1)?.outputs ?? 0) * dimensions),
    scales: float32(dimensions),
    offsets: float32(dimensions),
  };
}
