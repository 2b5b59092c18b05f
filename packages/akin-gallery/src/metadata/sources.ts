import type { Film } from "./files/film.js";
import { readFilm } from "./files/film.js";
import { imageParts } from "./files/image-parts.js";
import { readImageTags, type TagGroup } from "./files/image-tags.js";
import { scanXmp } from "./files/scan-xmp.js";
import { faultyTags } from "./files/tag-values.js";
import type { Notes } from "./notes.js";
import type { Sidecar } from "./sidecar.js";
import { readTakeout, type Takeout } from "./takeout.js";
import { decodeUnicode } from "./texts/decode-unicode.js";
import { parseXmp, type XmpProperties } from "./xmp/parse-xmp.js";

/** All that tells of a photo. docs/formats.md says which source comes first for which field. */
export interface Sources {
  /** Of the file itself. */
  exif: TagGroup;
  iptc: TagGroup;
  xmp: XmpProperties;
  /** Of an MP4 or QuickTime file. */
  film: Film | null;
  /** Of the XMP files beside it. */
  sidecar: XmpProperties;
  takeout: Takeout | null;
  /** What could not be read. */
  notes: Notes;
}

/** Reads what a file and its sidecars hold, as far as it can be read. */
export async function readSources(
  file: Uint8Array,
  sidecars: readonly Sidecar[],
  notes: Notes,
): Promise<Sources> {
  const film = readFilm(file);
  const own = film ? { exif: {}, iptc: {}, xmp: [] } : await readImage(file, notes);
  for (const name of faultyTags(own.exif)) notes.add(`EXIF ${name} lies outside of the file`);
  const beside = readSidecars(sidecars, notes);
  return { ...own, xmp: merge(own.xmp, "XMP", notes), film, ...beside, notes };
}

async function readImage(file: Uint8Array, notes: Notes) {
  const { images, xmp } = imageParts(file);
  const parts = await Promise.all(images.map((image) => readImageTags(image, notes)));
  const packets = [...parts.flatMap((part) => part.xmp), ...xmp.map(decodeUnicode)];
  return {
    exif: Object.assign({}, ...parts.map(({ exif }) => exif)) as TagGroup,
    iptc: parts[0]?.iptc ?? {},
    xmp: packets.length > 0 ? packets : images.flatMap(scanXmp),
  };
}

function readSidecars(sidecars: readonly Sidecar[], notes: Notes) {
  const packets: string[] = [];
  let takeout: Takeout | null = null;
  for (const { name, content } of sidecars) {
    if (!content) notes.add(`${name} can't be read`);
    else if (!/\.json$/i.test(name)) packets.push(decodeUnicode(content));
    else {
      const told = readTakeout(decodeUnicode(content));
      if (!told) notes.add(`${name} is not what Google Takeout writes`);
      takeout ??= told;
    }
  }
  return { sidecar: merge(packets, "the XMP sidecar", notes), takeout };
}

/** Of a property that several packets have the first counts. */
function merge(packets: readonly string[], what: string, notes: Notes): XmpProperties {
  const merged = new Map<string, NonNullable<ReturnType<XmpProperties["get"]>>>();
  for (const packet of packets) {
    const { properties, isDamaged } = parseXmp(packet);
    if (isDamaged) notes.add(`${what} is damaged: what comes before is kept`);
    for (const [name, value] of properties) if (!merged.has(name)) merged.set(name, value);
  }
  return merged;
}
