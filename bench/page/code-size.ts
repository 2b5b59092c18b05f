import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Bytes, gzipped, of the page and of all code and styles that it names itself: what comes before anything is shown. */
export function initialCodeBytes(app: string): number {
  const html = readFileSync(join(app, "index.html"), "utf8");
  const named = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map(
    ([, path]) => path ?? "",
  );
  return (
    gzipped(html) + named.reduce((sum, path) => sum + gzipped(readFileSync(join(app, path))), 0)
  );
}

/** Bytes, gzipped, of each file of code and styles. */
export function codeSizes(app: string): [file: string, bytes: number][] {
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(js|css)$/.test(file))
    .map((file): [string, number] => [file, gzipped(readFileSync(join(app, file)))])
    .sort(([, a], [, b]) => b - a);
}

function gzipped(content: string | Buffer): number {
  return gzipSync(content).length;
}
