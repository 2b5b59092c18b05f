import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync, gzip } from "node:zlib";
import { copyAtomic, linkOrCopy, writeAtomic } from "./atomic-file.js";

/** Folders of `data/` whose files are named by their content. */
export const DATA_FOLDERS = [
  "grid",
  "cards",
  "database",
  "vectors",
  "albums",
  "places",
  "map",
  "words",
  "models",
] as const;

export type DataFolder = (typeof DATA_FOLDERS)[number];

const compress = promisify(gzip);

/** In bytes. */
const SMALL_FILE = 1 << 16;

/** In bytes: all that Akin makes is smaller, and any host takes it. Copies of originals may be larger. */
const LARGEST_FILE = 20_000_000;

/** The site being written: puts files where they are not yet, and remembers which files it consists of. */
export class SiteFolder {
  /** Sizes in bytes by path relative to the site, with `/`. */
  readonly files = new Map<string, number>();
  private readonly folders = new Map<string, Promise<unknown>>();

  constructor(readonly root: string) {}

  /** Size of the whole site. */
  get bytes(): number {
    let sum = 0;
    for (const size of this.files.values()) sum += size;
    return sum;
  }

  /** Writes a file unless it is there with the same content. */
  async put(
    path: string,
    content: Uint8Array | string,
    write: typeof writeAtomic = writeAtomic,
  ): Promise<void> {
    const bytes = Buffer.from(content);
    if (bytes.length > LARGEST_FILE) {
      throw new RangeError(`${path} would have ${bytes.length} bytes: hosts take no such files`);
    }
    const target = await this.prepare(path);
    if (!(await holds(target, bytes))) await write(target, bytes);
    this.files.set(path, bytes.length);
  }

  /**
   * Writes data under the hash of what it is before compression; a whole file of that name stays as it is.
   * @returns the name, and the size as stored
   */
  async putData(
    folder: DataFolder,
    data: Uint8Array | string,
    { compress = true } = {},
  ): Promise<{ name: string; bytes: number }> {
    const name = hashName(data);
    const path = `data/${folder}/${name}`;
    // Decompressing takes a fifth of the time of compressing, and most files of a site stay.
    const stored = compress ? wholeFile(join(this.root, path), name) : undefined;
    if (stored) this.files.set(path, stored);
    else await this.put(path, compress ? await gzipSame(data) : data);
    return { name, bytes: this.files.get(path) ?? 0 };
  }

  /** Links or copies a file whose name changes with its content, unless one of that name is there. */
  async place(path: string, source: string, how: "link" | "copy"): Promise<void> {
    const target = await this.prepare(path);
    let size = sizeOf(target);
    const whole = size === undefined ? undefined : sizeOf(source);
    if (whole !== undefined && whole !== size) {
      // The machine went down before all of it was on the disk.
      await rm(target);
      size = undefined;
    }
    if (size === undefined) {
      await (how === "link" ? linkOrCopy : copyAtomic)(source, target);
      size = sizeOf(target);
    }
    this.files.set(path, size ?? 0);
  }

  private async prepare(path: string): Promise<string> {
    const target = join(this.root, path);
    const folder = dirname(target);
    let made = this.folders.get(folder);
    if (!made) {
      made = mkdir(folder, { recursive: true });
      this.folders.set(folder, made);
    }
    await made;
    return target;
  }
}

/** The name of a file of `data/`: 20 hex digits of the SHA-256 of its content before compression. */
export function hashName(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 20);
}

/** gzip at zlib's default level 6: level 9 takes five times as long on a database and saves 0.2 %. */
async function gzipSame(data: Uint8Array | string): Promise<Buffer> {
  // The chunk holds most results whole; with Node's 16 KB each takes several turns of the event loop.
  const bytes = await compress(data, { chunkSize: 1 << 16 });
  // The header names the operating system; "unknown" makes the same site on all of them.
  bytes[9] = 255;
  return bytes;
}

/**
 * The size of a gzipped file if its content is what its name says. Synchronous, because that takes a quarter of the time for
 * the thousands of small files that most of a site is.
 */
function wholeFile(file: string, name: string): number | undefined {
  try {
    const bytes = readFileSync(file);
    return hashName(gunzipSync(bytes)) === name ? bytes.length : undefined;
  } catch {
    // Not there, not gzip, or cut off: it is written, and what prevents that is told then.
    return undefined;
  }
}

/** Small files are read synchronously, for the same reason as above. */
async function holds(file: string, bytes: Buffer): Promise<boolean> {
  if (sizeOf(file) !== bytes.length) return false;
  const isSmall = bytes.length < SMALL_FILE;
  return bytes.equals(isSmall ? readFileSync(file) : await readFile(file));
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}
