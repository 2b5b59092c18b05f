import { photoId } from "../format/photo-id.js";
import { GalleryError } from "../gallery-error.js";
import type { FoundPhoto } from "../search.js";
import { hexDigits } from "../source/digest-name.js";
import type { OpenedGallery } from "./opened-gallery.js";

/** A photo by its position, as in the schema of the published database. */
type ImageRow = {
  id: number;
  path: string;
  title: string | null;
  width: number;
  height: number;
  image: Uint8Array;
  placeholder: Uint8Array;
  takenAt: string | null;
};

const ROW = `SELECT id, path, title, width, height, image, placeholder, taken_at AS takenAt
  FROM images WHERE position = ?`;

/** Photos by position, in that order; what is to be fetched for them is fetched together. */
export async function photoRows(
  { connection }: OpenedGallery,
  positions: readonly number[],
  signal: AbortSignal,
): Promise<Omit<FoundPhoto, "distance" | "meanDistance" | "isRanked">[]> {
  const rows = await connection.run(
    () => connection.each(positions, (position) => connection.selectNow<ImageRow>(ROW, [position])),
    signal,
  );
  return rows.flat().map(({ image, placeholder, ...row }) => ({
    ...row,
    image: hexDigits(image),
    placeholder: btoa(String.fromCharCode(...placeholder)),
  }));
}

/** The positions of photos, by id or path. @throws GalleryError `NOT_FOUND` */
export async function positionsOfPhotos(
  { connection }: OpenedGallery,
  photos: readonly (number | string)[],
  signal: AbortSignal,
): Promise<number[]> {
  const find = (photo: number | string) => {
    for (let attempt = 0; ; attempt++) {
      const id = typeof photo === "number" ? photo : photoId(photo, attempt);
      const [row] = connection.selectNow<{ position: number; path: string }>(
        "SELECT position, path FROM images WHERE id = ?",
        [id],
      );
      // A path whose id was taken has the one of the next attempt.
      if (row === undefined || typeof photo === "number" || row.path === photo) {
        return row?.position ?? null;
      }
    }
  };
  const positions = await connection.run(() => connection.each(photos, find), signal);
  return positions.map((position, index) => {
    if (position !== null) return position;
    throw new GalleryError("NOT_FOUND", `The gallery has no photo ${photos[index]}.`);
  });
}
