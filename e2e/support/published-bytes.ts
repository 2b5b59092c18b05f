import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Manifest } from "akin-browser/format";

/** All that a site's files hold: names, bytes, what gzip unpacks, and the searchable database in one piece. */
export function publishedBytes(site: string): Map<string, Buffer> {
  const all = new Map<string, Buffer>();
  for (const path of readdirSync(site, { recursive: true, encoding: "utf8" }).sort()) {
    all.set(`name of ${path}`, Buffer.from(path));
    if (!statSync(join(site, path)).isFile()) continue;
    const bytes = readFileSync(join(site, path));
    all.set(path, bytes);
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    if (isGzip) all.set(`${path}, unpacked`, gunzipSync(bytes));
  }
  all.set("the searchable database", searchableDatabase(site));
  return all;
}

/** The published SQLite file: its chunks, joined. */
export function searchableDatabase(site: string): Buffer {
  const read = (name: string) => gunzipSync(readFileSync(join(site, "data/database", name)));
  const manifest: Manifest = JSON.parse(readFileSync(join(site, "data/manifest.json"), "utf8"));
  const chunks = manifest.database.index.flatMap((name): [string, number][] =>
    JSON.parse(read(name).toString()),
  );
  return Buffer.concat(chunks.map(([name]) => read(name)));
}
