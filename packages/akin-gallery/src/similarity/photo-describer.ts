import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { BUILTIN_INPUT_SIZE, BUILTIN_VERSION } from "akin-browser/format";
import {
  type Appearance,
  applyAppearances,
  keepAppearances,
  knownAppearances,
  noteDamage,
  saveAppearances,
} from "../database/appearances-table.js";
import type { LooksTable, StoredLook } from "../database/looks-table.js";
import { fingerprint } from "../embedding/fingerprint.js";
import { DECODED_SIZE } from "../photos/decode-photo.js";
import type { Description } from "./describe-raster.js";
import { LOOK_DIMENSIONS, LOOK_VERSION } from "./look/look-vector.js";

/** Photos written in one transaction. */
const BATCH = 32;

/** Raised whenever the same photo would get another perceptual hash, sharpness, miniature or colours. */
const HASHES_VERSION = 2;

const APPEARANCE_VERSION = `${HASHES_VERSION}:${DECODED_SIZE}`;

/** Changes with everything that changes looks. */
export const LOOK_FINGERPRINT = fingerprint({
  look: LOOK_VERSION,
  builtin: BUILTIN_VERSION,
  inputSize: BUILTIN_INPUT_SIZE,
  decodedSize: DECODED_SIZE,
});

interface DescribedPhoto {
  id: number;
  contentHash: string;
}

/**
 * Keeps what tells photos from each other whatever the model: perceptual hash, sharpness and miniature in database.db,
 * the look in vectors.db. Content that was described before keeps it, also under a new name.
 */
export class PhotoDescriber {
  private appearances: Appearance[] = [];
  private looks: StoredLook[] = [];

  private constructor(
    private readonly database: DatabaseSyncInstance,
    private readonly table: LooksTable,
    private readonly known: ReadonlySet<string>,
    private readonly lookContents: ReadonlyMap<number, string>,
  ) {}

  /**
   * To be opened before vectors that belong to no photo are removed: a photo with a new name takes the old one's look.
   * @param photos all that are to be described
   */
  static open(
    database: DatabaseSyncInstance,
    table: LooksTable,
    photos: readonly DescribedPhoto[],
  ): PhotoDescriber {
    keepAppearances(database, APPEARANCE_VERSION);
    applyAppearances(database);
    table.prepare(LOOK_FINGERPRINT, LOOK_DIMENSIONS);
    reuseLooks(table, photos);
    return new PhotoDescriber(database, table, knownAppearances(database), table.contents());
  }

  lacks({ id, contentHash }: DescribedPhoto): boolean {
    return !this.known.has(contentHash) || this.lookContents.get(id) !== contentHash;
  }

  /**
   * Keeps the description of one content.
   * @param copies all photos that have it
   */
  store(copies: readonly DescribedPhoto[], { appearance, look }: Description): void {
    const [photo] = copies;
    if (!photo) return;
    const { contentHash } = photo;
    for (const { id } of copies) this.looks.push({ id, contentHash, look });
    this.appearances.push({ contentHash, ...appearance });
    if (this.appearances.length >= BATCH) this.flush();
  }

  /**
   * Gives copies what they lack, notes which are damaged, and drops the looks of photos that are gone.
   * @param photos all that are in the gallery now
   */
  finish(photos: readonly DescribedPhoto[]): void {
    this.flush();
    noteDamage(this.database);
    reuseLooks(this.table, photos);
  }

  /** Makes durable what is not yet. */
  flush(): void {
    if (this.appearances.length > 0) saveAppearances(this.database, this.appearances);
    if (this.looks.length > 0) this.table.write(this.looks);
    this.appearances = [];
    this.looks = [];
  }
}

/** Copies the looks of known content to photos that lack one, and drops what belongs to no photo. */
export function reuseLooks(table: LooksTable, photos: readonly DescribedPhoto[]): void {
  const contents = table.contents();
  const idOfContent = new Map([...contents].map(([id, contentHash]) => [contentHash, id]));
  const reused: StoredLook[] = [];
  const hashOf = new Map(photos.map(({ id, contentHash }) => [id, contentHash]));
  for (const { id, contentHash } of photos) {
    const source = idOfContent.get(contentHash);
    if (contents.get(id) === contentHash || source === undefined) continue;
    const look = table.lookOf(source);
    if (look) reused.push({ id, contentHash, look });
  }
  const gone = [...contents].filter(([id, contentHash]) => hashOf.get(id) !== contentHash);
  if (reused.length === 0 && gone.length === 0) return;
  table.write(
    reused,
    gone.map(([id]) => id),
  );
}
