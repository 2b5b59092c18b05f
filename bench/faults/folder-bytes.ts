import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Bytes that the files of a folder take, in blocks of 4 KB. */
export function folderBytes(folder: string): number {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const sizes = paths.map((path) => 4096 * Math.ceil(statSync(join(folder, path)).size / 4096));
  return sizes.reduce((sum, size) => sum + size, 0);
}
