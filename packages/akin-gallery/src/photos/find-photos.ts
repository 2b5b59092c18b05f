import { type Dirent, promises as fs, type Stats } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import picomatch from "picomatch";
import { describeError } from "../describe-error.js";
import type { PhotoFailure } from "./photo-failure.js";

/** A file that looks like a photo by its name. */
export interface FoundPhoto {
  /** Relative to the album, separated by `/`, in the file system's own Unicode form. */
  path: string;
  /** Where to read it. */
  file: string;
  /** In bytes. */
  size: number;
  /** Milliseconds since 1970, with fractions. */
  modifiedAt: number;
}

export interface FindOptions {
  /** Globs over paths within the album; what they match is left out. */
  exclude: readonly string[];
  /** Folders that are left out wherever they lie: the gallery itself. Absolute. */
  leaveOut: readonly string[];
}

export interface FoundAlbum {
  /** Sorted by path, by code unit. */
  photos: FoundPhoto[];
  /** What could not be looked at, and images in formats that Akin does not read. */
  failures: PhotoFailure[];
}

const READABLE = new Set("jpg jpeg jpe jfif png webp avif gif tif tiff".split(" "));

/** Images too, but not yet ours to read: named in the failures, so that nobody wonders where they are. */
const UNREADABLE = new Set(
  "heic heif hif jxl jp2 bmp svg psd cr2 cr3 nef arw dng orf rw2 raf raw".split(" "),
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
  walk.photos.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { photos: walk.photos, failures: walk.failures };
}

class AlbumWalk {
  readonly photos: FoundPhoto[] = [];
  readonly failures: PhotoFailure[] = [];
  private readonly visited = new Set<string>();
  /** Linked folders wait until the album's own have been seen, so that a photo's path never depends on a link. */
  private readonly links: string[] = [];
  private readonly excluded: (path: string) => boolean;

  constructor(
    private readonly album: string,
    private readonly options: FindOptions,
  ) {
    this.excluded = options.exclude.length
      ? picomatch([...options.exclude], { dot: true })
      : () => false;
  }

  async visitAll(): Promise<void> {
    await this.visitFolder(this.album);
    for (let link = this.links.shift(); link !== undefined; link = this.links.shift()) {
      await this.visitFolder(link);
    }
  }

  private async visitFolder(root: string): Promise<void> {
    const pending = [root];
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      if (!(await this.isNew(folder))) continue;
      const entries = await this.entriesOf(folder);
      const files: string[] = [];
      for (const entry of entries) {
        const file = join(folder, entry.name);
        if (this.isLeftOut(entry.name, file)) continue;
        if (entry.isDirectory()) pending.push(file);
        else if (entry.isFile() || entry.isSymbolicLink()) files.push(file);
      }
      for (let start = 0; start < files.length; start += FILES_AT_ONCE) {
        const slice = files.slice(start, start + FILES_AT_ONCE);
        await Promise.all(slice.map((file) => this.visitFile(file)));
      }
    }
  }

  private async isNew(folder: string): Promise<boolean> {
    try {
      const { dev, ino } = await fs.stat(folder, { bigint: true });
      const key = `${dev}:${ino}`;
      if (this.visited.has(key)) return false;
      this.visited.add(key);
      return true;
    } catch (error) {
      this.fail(folder, error);
      return false;
    }
  }

  private async entriesOf(folder: string): Promise<Dirent[]> {
    try {
      const entries = await fs.readdir(folder, { withFileTypes: true });
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

  private async visitFile(file: string): Promise<void> {
    const extension = extname(file).slice(1).toLowerCase();
    let stats: Stats;
    try {
      stats = await fs.stat(file);
    } catch (error) {
      if (READABLE.has(extension)) this.fail(file, error);
      return;
    }
    if (stats.isDirectory()) this.links.push(file);
    else if (READABLE.has(extension) && stats.isFile()) {
      this.photos.push({
        path: this.pathOf(file),
        file,
        size: stats.size,
        modifiedAt: stats.mtimeMs,
      });
    } else if (UNREADABLE.has(extension)) {
      this.failures.push({
        path: this.pathOf(file),
        stage: "find",
        code: "UNSUPPORTED_FORMAT",
        message: `${extension.toUpperCase()} files are not read; convert it to JPEG, PNG, WebP, AVIF, GIF or TIFF`,
      });
    }
  }

  private fail(file: string, error: unknown): void {
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
