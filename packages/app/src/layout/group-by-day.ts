import type { PhotoSummary } from "../album/photo-summary.js";

export interface Day {
  /** `YYYY-MM-DD` in the photos' local time, null without a date. */
  day: string | null;
  photos: PhotoSummary[];
}

/** Photos in display order, cut where the day changes. */
export function groupByDay(photos: Iterable<PhotoSummary>): Day[] {
  const days: Day[] = [];
  for (const photo of photos) {
    const day = photo.takenAt?.slice(0, 10) ?? null;
    const last = days.at(-1);
    if (last !== undefined && last.day === day) last.photos.push(photo);
    else days.push({ day, photos: [photo] });
  }
  return days;
}
