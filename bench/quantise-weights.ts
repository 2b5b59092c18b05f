import type { Tensor } from "./onnx/onnx-model.js";

/** How weights become integers. */
export interface WeightForm {
  type: "uint8" | "int8";
  /** One scale for each output channel instead of one for all. */
  perChannel: boolean;
  /** 7 where sums of two products must fit 16 bits (CPUs without VNNI), as onnxruntime's `reduce_range`. */
  bits: 7 | 8;
  /** uint8 around 128, so that every channel has the same zero point; int8 is always around 0. */
  symmetric?: boolean;
}

export interface QuantisedWeights {
  /** One byte for each weight. */
  values: Uint8Array;
  /** A real weight is scale x (value - zero). One for each channel, or one. */
  scales: Float32Array;
  zeros: Uint8Array;
}

/** @param axis of the output channels */
export function quantiseWeights(tensor: Tensor, axis: 0 | 1, form: WeightForm): QuantisedWeights {
  const { buffer, byteOffset, byteLength } = tensor.data;
  const weights = new Float32Array(buffer, byteOffset, byteLength / 4);
  const channels = form.perChannel ? (tensor.shape[axis] ?? 1) : 1;
  // Row-major: with the channels first, a channel is one run; with them last, every `channels`th weight.
  const run = axis === 0 ? weights.length / channels : 1;
  const channelOf = (i: number) => Math.floor(i / run) % channels;
  const low = new Float32Array(channels);
  const high = new Float32Array(channels);
  // Counting is ten times as fast as entries() here, and there are 88 million weights.
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0;
    const channel = channelOf(i);
    low[channel] = Math.min(low[channel] ?? 0, weight);
    high[channel] = Math.max(high[channel] ?? 0, weight);
  }
  const grids = Array.from(low, (least, channel) => gridOf(least, high[channel] ?? 0, form));
  const values = new Uint8Array(weights.length);
  for (let i = 0; i < weights.length; i++) {
    const grid = grids[channelOf(i)];
    if (!grid) continue;
    const value = Math.round((weights[i] ?? 0) / grid.scale) + grid.zero;
    values[i] = Math.min(grid.most, Math.max(grid.least, value));
  }
  return {
    values,
    scales: Float32Array.from(grids, ({ scale }) => scale),
    zeros: Uint8Array.from(grids, ({ zero }) => zero),
  };
}

interface Grid {
  scale: number;
  zero: number;
  least: number;
  most: number;
}

/** A negative int8 becomes its own two's complement when it is stored in a Uint8Array. */
function gridOf(low: number, high: number, { type, bits, symmetric }: WeightForm): Grid {
  const steps = 2 ** bits - 1;
  if (type === "int8" || symmetric) {
    const half = (steps - 1) / 2;
    const zero = type === "int8" ? 0 : 128;
    const scale = Math.max(-low, high) / half || 1;
    return { scale, zero, least: zero - half, most: zero + half };
  }
  const scale = (high - low) / steps || 1;
  return { scale, zero: Math.round(-low / scale), least: 0, most: steps };
}
