import { createHash } from "node:crypto";
import { extname, posix } from "node:path";
import { photoId } from "akin-browser/format";
import type { PublicFields } from "./public-fields.js";

/** What a photo is called in the published files. */
export interface PublicName {
  id: number;
  path: string;
  filename: string;
}

interface NamedPhoto extends PublicName {
  contentHash: string;
}

/** Digits of a code: enough for a million photos that hardly two have the same. */
const CODE = 10;

/**
 * Gives photos other names where their own are kept back: a code in place of the file name, or behind it where only the
 * folder is kept back. It depends on the content alone, so that it stays, and nobody can try names on it; nor on the id,
 * which is made of the new path.
 *
 * @param photos in any order
 * @param keepExtensions whether the ends of file names may be seen, because originals with them are published
 * @returns the names by the photos' own ids; undefined where all keep theirs
 */
export function publicNames(
  photos: Iterable<NamedPhoto>,
  fields: PublicFields,
  keepExtensions: boolean,
): Map<number, PublicName> | undefined {
  const tellsName = fields.has("filename");
  const tellsFolder = fields.has("folder");
  if (tellsName && tellsFolder) return undefined;
  const names = new Map<number, PublicName>();
  const codeOf = codes();
  const idOf = ids();
  for (const photo of [...photos].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const code = codeOf(photo.contentHash);
    const end = tellsName || keepExtensions ? extname(photo.filename) : "";
    const stem = tellsName ? photo.filename.slice(0, photo.filename.length - end.length) : "photo";
    const folder = tellsFolder ? posix.dirname(photo.path) : ".";
    const path = posix.join(folder, `${stem}-${code}${tellsName ? end : end.toLowerCase()}`);
    const filename = tellsName ? photo.filename : posix.basename(path);
    names.set(photo.id, { id: idOf(path), path, filename });
  }
  return names;
}

/** A code for one content after another; copies of one content have different ones. */
function codes(): (contentHash: string) => string {
  const copies = new Map<string, number>();
  const given = new Set<string>();
  return (contentHash) => {
    const copy = copies.get(contentHash) ?? 0;
    copies.set(contentHash, copy + 1);
    const digits = createHash("sha256").update(`${contentHash}\n${copy}`).digest("hex");
    let length = CODE;
    while (given.has(digits.slice(0, length))) length++;
    given.add(digits.slice(0, length));
    return digits.slice(0, length);
  };
}

/** The ids of one path after another, as the format has it. */
function ids(): (path: string) => number {
  const given = new Set<number>();
  return (path) => {
    let attempt = 0;
    while (given.has(photoId(path, attempt))) attempt++;
    const id = photoId(path, attempt);
    given.add(id);
    return id;
  };
}
