import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { GridBlock, Manifest } from "akin-browser/format";

/** Photos of a site that lie far apart in time. @param count at most one of each grid block */
export function photosOfSite(site: string, count: number): number[] {
  const read = (path: string) => readFileSync(join(site, "data", path));
  const manifest: Manifest = JSON.parse(read("manifest.json").toString());
  const blocks = manifest.timeline.flatMap((month) => month.blocks);
  return Array.from({ length: Math.min(count, blocks.length) }, (_, index) => {
    const name = blocks[Math.floor((index * blocks.length) / count)]?.name ?? "";
    const block: GridBlock = JSON.parse(gunzipSync(read(`grid/${name}`)).toString());
    return block.ids[(index * 7) % block.ids.length] ?? 0;
  });
}
