import { decodeText } from "../texts/repair-text.js";
import { boxesOf, boxOf, latin1, majorBrand } from "./boxes.js";

/** What an MP4 or QuickTime file tells of itself. */
export interface Film {
  /** Texts by their names: `com.apple.quicktime.make`, or `©xyz` of older files. */
  texts: ReadonlyMap<string, string>;
  /** When it was made, in milliseconds since 1970; null where the file doesn't say it. */
  createdAt: number | null;
}

const BRANDS = /^(qt {2}|mp4[12]|isom|iso\d|avc1|M4V |MSNV|3g[pe]\d|dash|mmp4)$/;

/** Seconds from 1904, when these files' clock begins, to 1970. */
const EPOCH = 2_082_844_800;

const MOST_TEXTS = 500;
const MOST_BYTES = 100_000;

/** @param file its content, or the beginning of it */
export function isFilm(file: Uint8Array): boolean {
  return BRANDS.test(majorBrand(file));
}

/** @returns null for a file that is none */
export function readFilm(file: Uint8Array): Film | null {
  if (!isFilm(file)) return null;
  const movie = boxOf(file, "moov");
  const userData = boxOf(movie, "udta");
  const texts = new Map<string, string>();
  const add = (name: string, text: string) => {
    if (texts.size < MOST_TEXTS && !texts.has(name) && text !== "") texts.set(name, text);
  };
  for (const meta of [boxOf(movie, "meta"), boxOf(userData, "meta")]) {
    if (meta) for (const [name, text] of metaTexts(meta)) add(name, text);
  }
  for (const { type, content } of boxesOf(userData ?? new Uint8Array())) {
    if (type.startsWith("\xa9")) add(`©${type.slice(1)}`, oldText(content));
  }
  return { texts, createdAt: creationTime(boxOf(movie, "mvhd")) };
}

function creationTime(header: Uint8Array | undefined): number | null {
  if (!header || header.length < 12) return null;
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const seconds = header[0] === 1 ? Number(view.getBigUint64(4)) : view.getUint32(4);
  return seconds > EPOCH ? (seconds - EPOCH) * 1000 : null;
}

/** The names are in one box, the values in another, by their numbers; or the names are the values' types. */
function* metaTexts(meta: Uint8Array): Generator<[string, string]> {
  // MP4 has a version before the first box, QuickTime has not.
  const content = latin1(meta.subarray(4, 8)) === "hdlr" ? meta : meta.subarray(4);
  const names = keyNames(boxOf(content, "keys"));
  for (const { type, content: item } of boxesOf(boxOf(content, "ilst") ?? new Uint8Array())) {
    const value = boxOf(item, "data");
    // 8 bytes tell type and language; type 1 is UTF-8.
    if (!value || value.length < 8 || value[3] !== 1) continue;
    const number = [...type].reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0);
    yield [names[number - 1] ?? type.replace("\xa9", "©"), textOf(value.subarray(8))];
  }
}

function keyNames(keys: Uint8Array | undefined): string[] {
  // Version and count; an entry is shaped as a box whose type is its namespace.
  return Array.from(boxesOf(keys?.subarray(8) ?? new Uint8Array()), ({ content }) =>
    textOf(content),
  );
}

/** Its length and language, 2 bytes each, come first. */
function oldText(content: Uint8Array): string {
  const length = ((content[0] ?? 0) << 8) | (content[1] ?? 0);
  return textOf(content.subarray(4, 4 + length));
}

function textOf(bytes: Uint8Array): string {
  return decodeText(bytes.subarray(0, MOST_BYTES)).replaceAll("\0", "").trim();
}
