import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** All that could show that something wrote to an album: one line for each file and folder. */
export function albumState(folder: string): string[] {
  const paths = ["", ...readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()];
  return paths.map((path) => {
    const file = join(folder, path);
    const { ino, mode, uid, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
    const isFolder = statSync(file).isDirectory();
    const hash = isFolder ? "" : createHash("sha256").update(readFileSync(file)).digest("hex");
    return [path, ino, mode, uid, size, mtimeNs, ctimeNs, hash].join(" ");
  });
}
