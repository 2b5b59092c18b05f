import { posix } from "node:path";
import { cleanName } from "./texts/clean-text.js";

/** A year, a month or a day, as people and programs write them: `2024`, `2024-01`, `2024_01_31`, `20240131`. */
const DATE = "(?:19|20)\\d\\d(?:[-_. ]?(?:0[1-9]|1[0-2])(?:[-_. ]?(?:0[1-9]|[12]\\d|3[01]))?)?";
const BETWEEN = "[\\s\\-_.,:+&()]";
/** Dates in front, also two of them: "2024-01-31 - 2024-02-03 Lisbon". */
const DATES_BEFORE = new RegExp(`^(?:${BETWEEN}*${DATE}(?!\\d))+(?:${BETWEEN}+|$)`);
const DATES_BEHIND = new RegExp(`(?:${BETWEEN}+${DATE})+${BETWEEN}*$`);

/** What cameras, phones and programs name folders; cameras number theirs: `100APPLE`, `101_PANA` (DCF 2.0). */
const GENERIC = [
  /^\d{3}[a-z0-9_]{5}$/i,
  /^[\d年月日 ]+$/,
  /^(dcim|camera|camera[ _]roll|camera[ _]uploads?|misc|avchd|m4root)$/i,
  /^(photos?|pictures?|images?|img|pics|album|albums|gallery|media|bilder|fotos?|imágenes|immagini)$/i,
  /^(raws?|jpe?gs?|heic|originals?|edited|exports?|imports?|backups?|uploads?|downloads?|temp|tmp)$/i,
  /^(new|untitled|neuer|nouveau) (folder|album|ordner|dossier)( \(?\d+\)?)?$/i,
  /^(takeout|google (photos|fotos)|photos from|icloud photos|apple photos|lightroom|picasa)$/i,
  /^(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)$/i,
  /^(january|february|march|april|june|july|august|september|october|november|december)$/i,
];

/**
 * The tags that a photo's folders are: their names without dates in front or behind, and without the names that every
 * album has. The outermost first, each once.
 * @param path of the photo within its album
 */
export function folderTags(path: string): string[] {
  const folders = path.split(posix.sep).slice(0, -1);
  const tags = folders.map(tagOf).filter((tag) => tag !== undefined);
  return [...new Set(tags)];
}

function tagOf(folder: string): string | undefined {
  const words = folder.replace(DATES_BEFORE, "").replace(DATES_BEHIND, "").replace(/_+/g, " ");
  const tag = cleanName(words);
  // What is left without a letter is a number.
  if (tag === undefined || !/\p{L}/u.test(tag)) return undefined;
  const withoutNumber = tag.replace(/^\d{1,2}[ .-]+/, "");
  return GENERIC.some((name) => name.test(folder) || name.test(withoutNumber)) ? undefined : tag;
}
