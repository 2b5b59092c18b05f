import type { PhotoSummary } from "../src/album/photo-summary.js";

/** A photo of which only the size and the day matter. */
export function photo(id: number, width: number, height: number, day: string | null): PhotoSummary {
  const takenAt = day === null ? null : `${day}T12:00:00`;
  return { id, width, height, takenAt, media: "photo", image: "", placeholder: "", label: `${id}` };
}

/** Photos of one day, mostly 3:2, some upright. */
export function photosOfDay(day: string | null, count: number, firstId = 1): PhotoSummary[] {
  return Array.from({ length: count }, (_, at) =>
    at % 4 === 3 ? photo(firstId + at, 1000, 1500, day) : photo(firstId + at, 1500, 1000, day),
  );
}
