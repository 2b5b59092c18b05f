import type { PhotoSummary } from "../album/photo-summary.js";

export interface Day {
  /** `YYYY-MM-DD` in the photos' local time, null without a date. */
  day: string | null;
  /** What the heading says in place of the day, where photos are not in the order of time. */
  title?: string | undefined;
  photos: PhotoSummary[];
}

/** How photos in display order are cut into parts with a heading each. */
export type GroupPhotos = (photos: readonly PhotoSummary[]) => Day[];

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
