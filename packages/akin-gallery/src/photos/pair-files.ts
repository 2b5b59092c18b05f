import { posix } from "node:path";
import { RAW_EXTENSIONS } from "./file-kind.js";
import { takeoutNames } from "./takeout-names.js";

/** A file of the album, as the walk sees it. */
export interface AlbumFile {
  /** Relative to the album, separated by `/`, in the file system's own Unicode form. */
  path: string;
  /** Where to read it. */
  file: string;
  /** In bytes. */
  size: number;
  /** Milliseconds since 1970, with fractions. */
  modifiedAt: number;
  /** Whether a rule of `.akinignore` keeps it back. */
  isIgnored: boolean;
}

/** A file that belongs to a photo and is no item of its own: words about it, its RAW original, its moving half. */
export interface Companion extends Omit<AlbumFile, "path" | "isIgnored"> {
  role: "sidecar" | "raw" | "video";
}

/** A file that looks like a photo by its name, with what belongs to it. */
export interface FoundPhoto extends AlbumFile {
  /** Sidecars first, of which an earlier one comes before a later one; then RAW files, then videos. */
  companions: readonly Companion[];
}

/** Cameras write these beside a RAW file, and phones beside a video. */
const MAIN = new Set("jpg jpeg jpe jfif heic heif hif".split(" "));
const VIDEO = /^(mov|mp4|m4v|mp(~\d+)?)$/;
const SIDECARS = new Set(["xmp", "json"]);

/** Whether a file may belong to a photo, by its extension in lower case. */
export function isCompanionExtension(extension: string): boolean {
  return SIDECARS.has(extension) || RAW_EXTENSIONS.has(extension) || VIDEO.test(extension);
}

interface NamedFile {
  file: AlbumFile;
  /** Lower case and NFC: systems and programs don't agree on either. */
  name: string;
  stem: string;
  extension: string;
  /** What is left of a companion that was found; of the first, in their order of precedence. */
  sidecars: AlbumFile[];
  raws: NamedFile[];
  videos: AlbumFile[];
}

/**
 * Finds what belongs together, folder by folder: RAW and JPEG or HEIC, a picture and its video (Live Photos, motion
 * photos), photos and their sidecars. Sidecars of no photo are left out, and those that are kept back; a pair whose
 * picture is kept back is kept back with its RAW file and video, which show the same.
 * @returns the items, in the order of the files
 */
export function pairFiles(files: readonly AlbumFile[]): FoundPhoto[] {
  const folders = new Map<string, AlbumFile[]>();
  for (const file of files) {
    const folder = posix.dirname(file.path);
    const inside = folders.get(folder);
    if (inside) inside.push(file);
    else folders.set(folder, [file]);
  }
  const companions = new Map<AlbumFile, readonly Companion[]>();
  for (const inside of folders.values()) pairFolder(inside, companions);
  return files.flatMap((file) => {
    const found = companions.get(file);
    return found ? [{ ...file, companions: found }] : [];
  });
}

function pairFolder(files: readonly AlbumFile[], found: Map<AlbumFile, readonly Companion[]>) {
  const named = files.map(nameOf).sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
  const sidecars = named.filter(
    ({ extension, file }) => SIDECARS.has(extension) && !file.isIgnored,
  );
  const pictures = named.filter(({ extension }) => !SIDECARS.has(extension));
  const mains = groupBy(
    pictures.filter(({ extension }) => MAIN.has(extension)),
    ({ stem }) => stem,
  );
  const items = pictures.filter((picture) => !joinMain(picture, mains));
  addXmp(items, sidecars);
  addTakeout(items, sidecars);
  for (const item of items) found.set(item.file, companionsOf(item));
}

function nameOf(file: AlbumFile): NamedFile {
  const name = posix.basename(file.path).normalize("NFC").toLowerCase();
  const suffix = posix.extname(name);
  const stem = name.slice(0, name.length - suffix.length);
  const none = { sidecars: [], raws: [], videos: [] };
  return { file, name, stem, extension: suffix.slice(1), ...none };
}

/** @returns whether the file is the companion of a picture; that one has it then */
function joinMain(picture: NamedFile, mains: ReadonlyMap<string, NamedFile[]>): boolean {
  const [main] = mains.get(picture.stem) ?? [];
  if (RAW_EXTENSIONS.has(picture.extension)) {
    main?.raws.push(picture);
    return main !== undefined;
  }
  if (!VIDEO.test(picture.extension)) return false;
  // Google's "PXL_1.MP" is the video of "PXL_1.MP.jpg".
  const moving = mains.get(picture.name)?.[0] ?? main;
  moving?.videos.push(picture.file);
  return moving !== undefined;
}

/** `name.jpg.xmp` is of that file; `name.xmp` of all of that stem; `name.cr2.xmp` of the pair with that RAW file. */
function addXmp(items: readonly NamedFile[], sidecars: readonly NamedFile[]): void {
  const xmp = new Map<string, NamedFile>();
  for (const sidecar of sidecars) {
    if (sidecar.extension === "xmp" && !xmp.has(sidecar.stem)) xmp.set(sidecar.stem, sidecar);
  }
  if (xmp.size === 0) return;
  for (const item of items) {
    const names = new Set([item.name, item.stem, ...item.raws.map(({ name }) => name)]);
    for (const name of names) {
      const sidecar = xmp.get(name);
      if (sidecar) item.sidecars.push(sidecar.file);
    }
  }
}

function addTakeout(items: readonly NamedFile[], sidecars: readonly NamedFile[]): void {
  const json = new Map<string, NamedFile>();
  for (const sidecar of sidecars) {
    if (sidecar.extension === "json") json.set(sidecar.stem, sidecar);
  }
  if (json.size === 0) return;
  for (const item of items) {
    const name = takeoutNames(item.name).find((one) => json.has(one));
    const sidecar = name === undefined ? undefined : json.get(name);
    if (sidecar) item.sidecars.push(sidecar.file);
  }
}

function companionsOf({ sidecars, raws, videos }: NamedFile): Companion[] {
  const as =
    (role: Companion["role"]) =>
    ({ file, size, modifiedAt }: AlbumFile): Companion => ({ file, size, modifiedAt, role });
  return [
    ...sidecars.map(as("sidecar")),
    ...raws.map(({ file }) => as("raw")(file)),
    ...videos.map(as("video")),
  ];
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
