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
  FROM images WHERE slot = ?`;

/** Photos by position, in that order; what is to be fetched for them is fetched together. */
export async function photoRows(
  { connection, slots }: OpenedGallery,
  positions: readonly number[],
  signal: AbortSignal,
): Promise<Omit<FoundPhoto, "distance" | "meanDistance" | "isRanked">[]> {
  const rows = await connection.run(
    () =>
      connection.each(positions, (position) =>
        connection.selectNow<ImageRow>(ROW, [slots.slotOf(position)]),
      ),
    signal,
  );
  return rows.flat().map(({ image, placeholder, ...row }) => ({
    ...row,
    image: hexDigits(image),
    placeholder: btoa(String.fromCharCode(...placeholder)),
  }));
}

/** The positions of photos. @throws GalleryError `NOT_FOUND` */
export async function positionsOfPhotos(
  { connection, slots }: OpenedGallery,
  ids: readonly number[],
  signal: AbortSignal,
): Promise<number[]> {
  const sql = "SELECT slot FROM images WHERE id = ?";
  const rows = await connection.run(
    () => connection.each(ids, (id) => connection.selectNow<{ slot: number }>(sql, [id])),
    signal,
  );
  return rows.map(([row], index) => {
    if (row !== undefined) return slots.positionOf(row.slot);
    throw new GalleryError("NOT_FOUND", `The gallery has no photo ${ids[index]}.`);
  });
}
