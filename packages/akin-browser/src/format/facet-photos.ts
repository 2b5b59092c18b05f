/** Keys that each facet has to itself: more than there are years. */
const FACET_KEYS = 2 ** 14;

/** The key of a facet's photos of one year. @param year 0 for photos without a date */
export function facetKey(facetId: number, year: number): number {
  return facetId * FACET_KEYS + year;
}

/** The year of a month, `YYYY-MM`; 0 for photos without a date. */
export function yearOf(month: string | null): number {
  return Number(month?.slice(0, 4) ?? 0);
}

/**
 * Writes numbers as their differences, seven bits a byte, the lowest first, with 128 added to all bytes but the last.
 * @param numbers ascending, from 1 on
 */
export function packNumbers(numbers: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let before = 0;
  for (const number of numbers) {
    let rest = number - before;
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
    bytes.push(rest);
    before = number;
  }
  return Uint8Array.from(bytes);
}

/** Reads what `packNumbers` wrote. */
export function eachPackedNumber(bytes: Uint8Array, take: (number: number) => void): void {
  let [number, shift] = [0, 0];
  for (const byte of bytes) {
    number += (byte & 127) << shift;
    shift = byte < 128 ? 0 : shift + 7;
    if (shift === 0) take(number);
  }
}
