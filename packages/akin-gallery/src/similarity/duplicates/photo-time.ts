/**
 * @param takenAt `images.taken_at`
 * @returns milliseconds since 1970, as if a clock without an offset were UTC's; null where the time of day isn't known
 */
export function photoTime(takenAt: unknown): number | null {
  if (typeof takenAt !== "string" || !takenAt.includes("T")) return null;
  const hasOffset = /[-+]\d\d:\d\d$/.test(takenAt);
  const time = Date.parse(hasOffset ? takenAt : `${takenAt}Z`);
  return Number.isNaN(time) ? null : time;
}
