import type { DatabaseSyncInstance, StatementSyncInstance } from "@photostructure/sqlite";
import { fullTextRow } from "../database/full-text-row.js";
import { folderOf } from "./facets-of.js";
import type { PublicFields } from "./public-fields.js";
import type { PublicDetails, PublicPhoto } from "./public-photos.js";
import { tierEnds } from "./tier-ends.js";

/**
 * Fills `images_fts`, in order of position, in tiers of descending powers of two, each one segment of FTS5's. Photos
 * that are added as the newest change the last tiers only, and the bytes don't depend on how the index grew.
 */
export class FullText {
  private readonly addWords: StatementSyncInstance;
  private readonly flush: StatementSyncInstance;
  private readonly ends: ReadonlySet<number>;

  /** @param photos how many will be added */
  constructor(
    published: DatabaseSyncInstance,
    photos: number,
    private readonly fields: PublicFields,
  ) {
    // FTS5 must not merge segments on its own, nor begin one in the middle of a tier: the words of the largest tier
    // of a million photos take some 100 MB.
    published.exec(`
      INSERT INTO images_fts(images_fts, rank) VALUES ('automerge', 0), ('crisismerge', 1000), ('hashsize', 2000000000)`);
    this.addWords = published.prepare(
      `INSERT INTO images_fts(rowid, filename, folder, tags, title, description, place, camera, auto_tags)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.flush = published.prepare("INSERT INTO images_fts(images_fts) VALUES ('flush')");
    this.ends = new Set(tierEnds(photos));
  }

  add(slot: number, photo: PublicPhoto, details: PublicDetails): void {
    this.addWords.run(
      slot,
      ...fullTextRow({
        ...details,
        title: photo.title,
        filename: this.fields.has("filename") ? photo.filename : "",
        folder: folderOf(photo.path),
      }),
    );
    if (this.ends.has(photo.position)) this.flush.run();
  }
}
