/** The value below which a part of the values lies: between its two neighbours, linearly; 0 of no values. */
export function quantile(ascending: Float64Array, part: number): number {
  const at = Math.max(0, part * (ascending.length - 1));
  const below = Number(ascending[Math.floor(at)] ?? 0);
  const above = Number(ascending[Math.ceil(at)] ?? 0);
  return below === above ? below : below + (above - below) * (at - Math.floor(at));
}
