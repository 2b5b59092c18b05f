import { readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Real pictures for a made-up gallery, of the size that is asked for: those of another gallery, the same one for the
 * same name.
 *
 * @param site a built site
 */
export function realPictures(site: string): (path: string) => string {
  const bySize = new Map<string, string[]>();
  const folder = join(site, "images");
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const size = sizeOf(file);
    if (size !== undefined) bySize.set(size, [...(bySize.get(size) ?? []), join(folder, file)]);
  }
  return (path) => {
    const files = bySize.get(sizeOf(path) ?? "") ?? [];
    const file = files[Number.parseInt(path.slice(-24, -18), 16) % files.length];
    if (file === undefined) throw new Error(`${site} has no picture for ${path}.`);
    return file;
  };
}

function sizeOf(path: string): string | undefined {
  return /-(\d+)\.jpg$/.exec(path)?.[1];
}
