import type { OpenedGallery } from "./opened-gallery.js";

/** Fetches what every search of words reads: the index's own description, the tops of its tables, the newest photo. */
export async function warmSearch(
  { connection, published, slots }: OpenedGallery,
  signal: AbortSignal,
): Promise<void> {
  const reads: [sql: string, params: (number | string)[]][] = [
    ["SELECT rowid FROM images_fts WHERE images_fts MATCH ? LIMIT 1", ['"akin"']],
    ["SELECT id FROM images WHERE slot = ?", [slots.slotOf(published.photos)]],
  ];
  await connection.run(
    () => connection.each(reads, (read) => connection.selectNow(...read)),
    signal,
  );
}
