import { appendFileSync, copyFileSync, existsSync, linkSync, mkdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { drawPhotos } from "./draw-photos.js";

/** A folder of photos. */
export interface PipelineAlbum {
  folder: string;
  files: string[];
}

/** @param cache photos are drawn into it once, and linked from there */
export async function makeAlbum(cache: string, count: number): Promise<PipelineAlbum> {
  const drawn = await drawPhotos(cache, count);
  const folder = join(cache, `album-${count}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = drawn.map((file) => join(folder, basename(file)));
  for (const [i, file] of files.entries()) linkSync(drawn[i] ?? "", file);
  return { folder, files };
}

/**
 * An album of as many photos as one likes, of few: copies with some bytes after the picture's end are other content, and
 * cost the same to decode.
 */
export function enlargeAlbum(cache: string, album: PipelineAlbum, count: number): PipelineAlbum {
  const folder = join(cache, `album-${count}`);
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  for (let i = 0; i < count; i++) {
    const original = album.files[i % album.files.length] ?? "";
    const file = join(folder, `photo-${String(i).padStart(5, "0")}.jpg`);
    files.push(file);
    if (existsSync(file)) continue;
    copyFileSync(original, file);
    appendFileSync(file, `copy ${i}`);
  }
  return { folder, files };
}
