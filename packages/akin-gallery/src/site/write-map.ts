import { MAP_ROW_BYTES, type MapChunk, type PublishedMap } from "akin-browser/format";
import { thumbHashToAverageRGBA } from "thumbhash";
import type { MapPlaces } from "../similarity/map/index.js";
import { forEachLimited } from "./for-each-limited.js";
import type { MapTies } from "./map-ties.js";
import { mortonCode } from "./morton-code.js";
import type { PublicPhoto } from "./public-photos.js";
import type { SiteFolder } from "./site-folder.js";

/** Photos in a chunk: some 30 KB compressed. What a screen shows when thumbnails come lies in a few. */
const CHUNK = 512;

/** Chunks in zlib's threads at once. */
const AT_ONCE = 8;

interface MappedPhoto {
  photo: PublicPhoto;
  x: number;
  y: number;
  code: number;
}

/**
 * Writes the map of the album by likeness.
 *
 * @param photos all that are published, by `images.id`
 * @param ties which photos each one is tied to
 * @returns null where no photo has a place
 */
export async function writeMap(
  site: SiteFolder,
  photos: ReadonlyMap<number, PublicPhoto>,
  places: MapPlaces,
  ties: MapTies,
): Promise<PublishedMap | null> {
  const mapped = inMapOrder(photos, places);
  if (mapped.length === 0) return null;
  const rows = new Map(mapped.map(({ photo }, row) => [photo.id, row]));
  const names: string[] = [];
  const starts = Array.from({ length: Math.ceil(mapped.length / CHUNK) }, (_, at) => at * CHUNK);
  await forEachLimited(starts, AT_ONCE, async (start, index) => {
    const chunk = chunkOf(mapped.slice(start, start + CHUNK), rows, ties);
    names[index] = (await site.putData("map", JSON.stringify(chunk))).name;
  });
  const chunks = await site.putData("map", JSON.stringify(names));
  const overview = await site.putData("map", overviewOf(mapped));
  return {
    photos: mapped.length,
    chunkSize: CHUNK,
    overview: overview.name,
    chunks: chunks.name,
  };
}

/** What is near each other on the map follows each other, so that a reader fetches few chunks of what it shows. */
function inMapOrder(
  photos: ReadonlyMap<number, PublicPhoto>,
  { ids, x, y }: MapPlaces,
): MappedPhoto[] {
  const mapped: MappedPhoto[] = [];
  for (const [at, id] of ids.entries()) {
    const photo = photos.get(id);
    const [left, top] = [x[at] ?? 0, y[at] ?? 0];
    if (photo) mapped.push({ photo, x: left, y: top, code: mortonCode(left, top) });
  }
  return mapped.sort((a, b) => a.code - b.code || a.photo.position - b.photo.position);
}

function overviewOf(mapped: readonly MappedPhoto[]): Buffer {
  const rows = mapped.length;
  const bytes = Buffer.alloc(MAP_ROW_BYTES * rows);
  for (const [row, { photo, x, y }] of mapped.entries()) {
    bytes.writeUInt32LE(photo.position, 4 * row);
    bytes.writeUInt16LE(x, 4 * rows + 2 * row);
    bytes.writeUInt16LE(y, 6 * rows + 2 * row);
    bytes.set(averageColour(photo.placeholder), 8 * rows + 3 * row);
  }
  return bytes;
}

/** Red, green and blue, 0 to 255. */
function averageColour(placeholder: string): number[] {
  const { r, g, b } = thumbHashToAverageRGBA(Buffer.from(placeholder, "base64"));
  return [r, g, b].map((share) => Math.round(255 * Math.min(1, Math.max(0, share))));
}

function chunkOf(
  mapped: readonly MappedPhoto[],
  rows: ReadonlyMap<number, number>,
  ties: MapTies,
): MapChunk {
  const photos = mapped.map(({ photo }) => photo);
  const rowsOf = (id: number) =>
    Array.from(ties.of(id), (tied) => rows.get(tied) ?? -1).filter((row) => row >= 0);
  return {
    ids: photos.map(({ id }) => id),
    widths: photos.map(({ width }) => width),
    heights: photos.map(({ height }) => height),
    images: photos.map(({ image }) => image),
    placeholders: photos.map(({ placeholder }) => placeholder),
    labels: photos.map(({ title, filename }) => title ?? filename),
    similar: photos.map(({ id }) => rowsOf(id)),
  };
}
