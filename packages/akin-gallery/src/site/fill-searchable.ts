import { setImmediate } from "node:timers/promises";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { SITE_FORMAT_VERSION, slotBefore } from "akin-browser/format";
import { FacetTables } from "./facet-tables.js";
import { fillWords } from "./fill-words.js";
import { FullText } from "./full-text.js";
import type { PublicFields } from "./public-fields.js";
import { type PublicDetails, type PublicPhoto, publicDetailsReader } from "./public-photos.js";
import { SEARCHABLE_SCHEMA } from "./searchable-schema.js";

/** Photos between two chances for Ctrl-C. */
const AT_ONCE = 1000;

/**
 * Fills the searchable database from the gallery's own, in order of position, so that photos newer than all others
 * change little of it.
 *
 * @param gallery database.db
 * @param photos all that are published, in display order
 */
export async function fillSearchable(
  published: DatabaseSyncInstance,
  gallery: DatabaseSyncInstance,
  photos: readonly PublicPhoto[],
  { fields, info }: { fields: PublicFields; info: Record<string, string> },
  signal: AbortSignal,
): Promise<void> {
  published.exec(`BEGIN;${SEARCHABLE_SCHEMA}`);
  const addInfo = published.prepare("INSERT INTO build_info VALUES (?, ?)");
  addInfo.run("format", String(SITE_FORMAT_VERSION));
  addInfo.run("photos", String(photos.length));
  for (const [key, value] of Object.entries(info)) addInfo.run(key, value);

  const detailsOf = publicDetailsReader(gallery, fields);
  const addImage = published.prepare(
    "INSERT INTO images VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const facets = new FacetTables(published);
  const fullText = new FullText(published, photos.length, fields);
  let month: string | null = null;
  let slot = slotBefore(month);
  for (const photo of photos.toReversed()) {
    const itsMonth = photo.takenAt?.slice(0, 7) ?? null;
    if (itsMonth !== month) slot = slotBefore(itsMonth);
    month = itsMonth;
    slot += 1;
    if (photo.position % AT_ONCE === 0) {
      await setImmediate();
      signal.throwIfAborted();
    }
    const details = detailsOf(photo);
    addImage.run(...imageRow(slot, photo, details));
    facets.add(photo, details);
    fullText.add(slot, photo, details);
  }
  facets.finish();
  fillWords(published);
  published.exec("COMMIT");
}

function imageRow(
  slot: number,
  photo: PublicPhoto,
  { latitude, longitude, place, exif }: PublicDetails,
) {
  return [
    slot,
    photo.id,
    photo.path,
    photo.filename,
    photo.title,
    photo.width,
    photo.height,
    photo.takenAt,
    latitude,
    longitude,
    place.city ?? null,
    place.region ?? null,
    place.country ?? null,
    exif.camera_make ?? null,
    exif.camera_model ?? null,
    exif.lens ?? null,
    exif.focal_length_mm ?? null,
    exif.aperture_f ?? null,
    exif.exposure_s ?? null,
    exif.iso ?? null,
    Buffer.from(photo.image, "hex"),
    Buffer.from(photo.placeholder, "base64"),
  ];
}
