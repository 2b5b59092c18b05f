import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { copyAtomic, linkOrCopy, writeAtomic } from "./atomic-file.js";

/** Folders of `data/` whose files are named by their content. */
export type DataFolder = "grid" | "cards" | "database" | "vectors";

const compress = promisify(gzip);

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
  async put(path: string, content: Uint8Array | string): Promise<void> {
    const bytes = Buffer.from(content);
    const target = await this.prepare(path);
    if (!(await holds(target, bytes))) await writeAtomic(target, bytes);
    this.files.set(path, bytes.length);
  }

  /** Writes data gzipped under the hash of the compressed bytes. */
  async putData(
    folder: DataFolder,
    data: Uint8Array | string,
  ): Promise<{ name: string; bytes: number }> {
    const bytes = await gzipSame(data);
    const name = hashName(bytes);
    await this.put(`data/${folder}/${name}`, bytes);
    return { name, bytes: bytes.length };
  }

  /** Links or copies a file whose name changes with its content, unless one of that name is there. */
  async place(path: string, source: string, how: "link" | "copy"): Promise<void> {
    const target = await this.prepare(path);
    let size = sizeOf(target);
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

/** The name of a file of `data/`: 20 hex digits of its SHA-256. */
export function hashName(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 20);
}

/** gzip at zlib's default level 6: level 9 takes five times as long on a database and saves 0.2 %. */
async function gzipSame(data: Uint8Array | string): Promise<Buffer> {
  // The chunk holds most results whole; with Node's 16 KB each takes several turns of the event loop.
  const bytes = await compress(data, { chunkSize: 1 << 16 });
  // The header names the operating system; "unknown" makes the same site on all of them.
  bytes[9] = 255;
  return bytes;
}

async function holds(file: string, bytes: Buffer): Promise<boolean> {
  if (sizeOf(file) !== bytes.length) return false;
  return bytes.equals(await readFile(file));
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}
