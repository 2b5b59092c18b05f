import { wordsOf } from "../format/words-of.js";
import type { OpenedGallery } from "./opened-gallery.js";
import { TIERS } from "./tiers.js";

/** FTS5 puts this before the words of its main index. */
const MAIN_INDEX = "0";

/** In `images_fts_data`, what the segments are. */
const STRUCTURE_ID = 10;

/** In `images_fts_data`, ids are the segment's number times this, and the page's number. */
const SEGMENT_IDS = 2 ** 37;

/**
 * Reads where the words of a text are in all segments of the full-text index at once. FTS5 looks into one after the
 * other, and so would fetch them in as many requests that wait for each other: at 100,000 photos ten in place of four.
 * A word that FTS5 cuts in another way is only found more slowly.
 */
export async function touchWords(
  { connection }: OpenedGallery,
  text: string,
  signal: AbortSignal,
): Promise<void> {
  const encoder = new TextEncoder();
  const places = wordsOf(text).flatMap((word) =>
    TIERS.map((segment) => ({ segment, term: encoder.encode(MAIN_INDEX + word) })),
  );
  const touchData = (id: number) =>
    connection.selectNow("SELECT id FROM images_fts_data WHERE id = ?", [id]);
  const touch = ({ segment, term }: (typeof places)[number]) => {
    const [found] = connection.selectNow<{ page: number }>(
      `SELECT pgno >> 1 AS page FROM images_fts_idx WHERE segid = ? AND term <= ?
       ORDER BY term DESC LIMIT 1`,
      [segment, term],
    );
    if (found !== undefined) touchData(segment * SEGMENT_IDS + found.page);
  };
  const touches = [() => touchData(STRUCTURE_ID), ...places.map((place) => () => touch(place))];
  await connection.run(() => connection.each(touches, (each) => each()), signal);
}
