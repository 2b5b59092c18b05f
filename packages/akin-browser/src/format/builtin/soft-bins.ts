/** Where a value falls on an axis of bins: in part into `index`, in part into the next one. */
export interface SoftBins {
  /** Lower bin of each value. */
  index: Uint8Array;
  /** Share of the next bin, 0 to 1. */
  share: Float32Array;
}

/**
 * Soft assignment (linear interpolation) of values to bins whose centres lie evenly from `low` to `high`;
 * what lies outside goes to the outermost bins. Small changes then never make a value jump between bins.
 */
export function softBins(values: Float32Array, bins: number, low: number, high: number): SoftBins {
  const index = new Uint8Array(values.length);
  const share = new Float32Array(values.length);
  const scale = (bins - 1) / (high - low);
  for (let i = 0; i < values.length; i++) {
    const position = Math.min(Math.max(((values[i] ?? 0) - low) * scale, 0), bins - 1);
    const lower = Math.min(Math.floor(position), bins - 2);
    index[i] = lower;
    share[i] = position - lower;
  }
  return { index, share };
}
