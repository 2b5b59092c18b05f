import { type Dirent, promises as fs, type Stats } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import picomatch from "picomatch";
import { describeError } from "../describe-error.js";
import { RAW_EXTENSIONS } from "./file-kind.js";
import { IGNORE_FILE, IgnoreRules } from "./ignore-rules.js";
import { type AlbumFile, type FoundPhoto, isCompanionExtension, pairFiles } from "./pair-files.js";
import type { PhotoFailure } from "./photo-failure.js";

export interface FindOptions {
  /** Whether SVG files are photos. Default false. */
  svg?: boolean;
  /** Globs over paths within the album; what they match is left out. */
  exclude: readonly string[];
  /** Folders that are left out wherever they lie: the gallery itself. Absolute. */
  leaveOut: readonly string[];
}

export interface FoundAlbum {
  /** Sorted by path, by code unit. */
  photos: FoundPhoto[];
  /** Those that a rule of `.akinignore` keeps back; sorted likewise. */
  ignored: FoundPhoto[];
  /** What could not be looked at, and images in formats that Akin does not read. */
  failures: PhotoFailure[];
}

/** Names of files that are opened; what is in them tells more. */
const READABLE: ReadonlySet<string> = new Set([
  ..."jpg jpeg jpe jfif png apng webp avif avifs gif tif tiff heic heif hif jxl bmp dib".split(" "),
  ...RAW_EXTENSIONS,
  ..."mov mp4 m4v avi mkv webm 3gp 3g2".split(" "),
]);

/** Images too, but not ours to read: named in the failures, so that nobody wonders where they are. */
const UNREADABLE = new Set(
  "svg jp2 j2k jpf jpx psd psb xcf crw x3f 3fr raw ico icns tga pcx ppm pgm pbm exr hdr dds eps ai".split(
    " ",
  ),
);

/** Folders that systems and other programs keep beside photos. */
const NOT_ALBUMS = new Set(["@eaDir", "node_modules", "$RECYCLE.BIN", "System Volume Information"]);

const FILES_AT_ONCE = 64;

/**
 * Walks an album once. Hidden files and folders are left out; links to files are followed; a folder that links lead
 * to is visited once, under its own name where it has one inside the album.
 */
export async function findPhotos(album: string, options: FindOptions): Promise<FoundAlbum> {
  const walk = new AlbumWalk(album, options);
  await walk.visitAll();
  walk.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const found = pairFiles(walk.files);
  const photos = found.filter(({ path }) => isReadable(extensionOf(path), options));
  const unreadable = found.filter(
    ({ path, isIgnored }) =>
      !isIgnored && UNREADABLE.has(extensionOf(path)) && !isReadable(extensionOf(path), options),
  );
  return {
    photos: photos.filter(({ isIgnored }) => !isIgnored),
    ignored: photos.filter(({ isIgnored }) => isIgnored),
    failures: [...walk.failures, ...unreadable.map(unsupported)],
  };
}

function unsupported({ path }: AlbumFile): PhotoFailure {
  const extension = extensionOf(path);
  const message =
    extension === "svg"
      ? "is an SVG drawing; with --svg drawings are read, too"
      : `${extension.toUpperCase()} files are not read; convert it to JPEG or PNG`;
  return { path, stage: "find", code: "UNSUPPORTED_FORMAT", message };
}

function isReadable(extension: string, { svg = false }: Pick<FindOptions, "svg">): boolean {
  return READABLE.has(extension) || (svg && extension === "svg");
}

function extensionOf(path: string): string {
  return extname(path).slice(1).toLowerCase();
}

/** A file or folder, and whether it is kept back. */
interface Entry {
  file: string;
  isIgnored: boolean;
}

class AlbumWalk {
  /** Photos, and what may belong to one. */
  readonly files: AlbumFile[] = [];
  readonly failures: PhotoFailure[] = [];
  private readonly visited = new Set<string>();
  /** Linked folders wait until the album's own have been seen, so that a photo's path never depends on a link. */
  private readonly links: Entry[] = [];
  private readonly rules: IgnoreRules;
  private readonly excluded: (path: string) => boolean;

  constructor(
    private readonly album: string,
    private readonly options: FindOptions,
  ) {
    this.excluded = options.exclude.length
      ? picomatch([...options.exclude], { dot: true })
      : () => false;
    this.rules = new IgnoreRules(album);
  }

  async visitAll(): Promise<void> {
    await this.visitFolder({ file: this.album, isIgnored: false });
    for (let link = this.links.shift(); link !== undefined; link = this.links.shift()) {
      await this.visitFolder(link);
    }
  }

  private async visitFolder(root: Entry): Promise<void> {
    const pending = [root];
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      if (!(await this.isNew(folder))) continue;
      const entries = await this.entriesOf(folder);
      if (entries.some(({ name }) => name === IGNORE_FILE)) {
        await this.rules.read(this.pathOf(folder.file));
      }
      const files: Entry[] = [];
      for (const entry of entries) {
        const file = join(folder.file, entry.name);
        if (this.isLeftOut(entry.name, file)) continue;
        const isIgnored = folder.isIgnored || this.isIgnored(file, entry);
        // What lies in a folder that is kept back is visited to be counted.
        if (entry.isDirectory()) pending.push({ file, isIgnored });
        else if (entry.isFile() || entry.isSymbolicLink()) files.push({ file, isIgnored });
      }
      for (let start = 0; start < files.length; start += FILES_AT_ONCE) {
        const slice = files.slice(start, start + FILES_AT_ONCE);
        await Promise.all(slice.map((file) => this.visitFile(file)));
      }
    }
  }

  private isIgnored(file: string, entry: Dirent): boolean {
    const path = this.pathOf(file);
    // A link may lead to either.
    const isFolder = entry.isDirectory() || entry.isSymbolicLink();
    return this.rules.ignores(path) || (isFolder && this.rules.ignores(`${path}/`));
  }

  private async isNew(folder: Entry): Promise<boolean> {
    try {
      const { dev, ino } = await fs.stat(folder.file, { bigint: true });
      const key = `${dev}:${ino}`;
      if (this.visited.has(key)) return false;
      this.visited.add(key);
      return true;
    } catch (error) {
      this.fail(folder, error);
      return false;
    }
  }

  private async entriesOf(folder: Entry): Promise<Dirent[]> {
    try {
      const entries = await fs.readdir(folder.file, { withFileTypes: true });
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      this.fail(folder, error);
      return [];
    }
  }

  private isLeftOut(name: string, file: string): boolean {
    return (
      name.startsWith(".") ||
      NOT_ALBUMS.has(name) ||
      this.options.leaveOut.includes(file) ||
      this.excluded(this.pathOf(file))
    );
  }

  private async visitFile(entry: Entry): Promise<void> {
    const { file, isIgnored } = entry;
    const extension = extensionOf(file);
    let stats: Stats;
    try {
      stats = await fs.stat(file);
    } catch (error) {
      if (isReadable(extension, this.options)) this.fail(entry, error);
      return;
    }
    if (stats.isDirectory()) this.links.push(entry);
    else if (stats.isFile() && isWanted(extension)) {
      const { size, mtimeMs: modifiedAt } = stats;
      this.files.push({ path: this.pathOf(file), file, size, modifiedAt, isIgnored });
    }
  }

  private fail({ file, isIgnored }: Entry, error: unknown): void {
    // Nothing is missing of a gallery that would not have it anyway.
    if (isIgnored) return;
    const broken = file.includes("\uFFFD");
    this.failures.push({
      path: this.pathOf(file),
      stage: "find",
      code: broken ? "BAD_NAME" : "UNREADABLE",
      message: broken
        ? "the name is not valid UTF-8; rename the file"
        : `can't be looked at: ${describeError(error)}`,
    });
  }

  private pathOf(file: string): string {
    const path = relative(this.album, file);
    return sep === "/" ? path : path.split(sep).join("/");
  }
}

function isWanted(extension: string): boolean {
  return READABLE.has(extension) || UNREADABLE.has(extension) || isCompanionExtension(extension);
}
