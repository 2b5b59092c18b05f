import { type Dirent, promises as fs, type Stats } from "node:fs";
import { join, relative, sep } from "node:path";
import picomatch from "picomatch";
import { describeError } from "../describe-error.js";
import { extensionOf, isReadable, isWanted } from "./extensions.js";
import type { FindOptions } from "./find-photos.js";
import { IGNORE_FILE, IgnoreRules } from "./ignore-rules.js";
import type { AlbumFile } from "./pair-files.js";
import type { PhotoFailure } from "./photo-failure.js";

/** Folders that systems and other programs keep beside photos. */
const NOT_ALBUMS = new Set(["@eaDir", "node_modules", "$RECYCLE.BIN", "System Volume Information"]);

const FILES_AT_ONCE = 64;

/** A file or folder, and whether it is kept back. */
interface Entry {
  file: string;
  isIgnored: boolean;
}

/** Visits the folders of an album, each once. */
export class AlbumWalk {
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
