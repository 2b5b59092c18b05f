import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";
import { SIMD_KERNEL } from "../src/vec0/kernel-code.js";

const ENTRY = "\0size-entry";

interface Size {
  /** Gzipped bytes of the code that is loaded at once. */
  atOnce: number;
  /** With the code that is fetched when it is needed; workers are entries of their own. */
  all: number;
}

interface Measured {
  /** Of a module, or else `file`. */
  code?: string;
  file?: string;
  /** A module whose chunk is not counted. */
  without?: string;
}

/** What an import costs, without what bundlers add of their own: Vite has some 700 bytes for what is loaded later. */
async function sizeOf({ code = "", file = ENTRY, without }: Measured): Promise<Size> {
  const bundle = await rolldown({
    input: file,
    platform: "browser",
    external: /^(react|@sqlite\.org)/,
    preserveEntrySignatures: "strict",
    plugins: [
      {
        name: "size-entry",
        resolveId: (id) => (id === ENTRY ? ENTRY : null),
        load: (id) => (id === ENTRY ? code : null),
      },
    ],
    resolve: { extensionAlias: { ".js": [".ts", ".tsx", ".js"] } },
  });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  await bundle.close();
  const chunks = new Map(
    output.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file]] : [])),
  );
  const entry = output.find((file) => file.type === "chunk" && file.isEntry);
  const loaded = new Set<string>();
  const visit = (name: string) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const other of chunks.get(name)?.imports ?? []) if (chunks.has(other)) visit(other);
  };
  visit(entry?.fileName ?? "");
  const gzipped = (names: Iterable<string>) =>
    [...names].reduce((sum, name) => sum + gzipSync(chunks.get(name)?.code ?? "").length, 0);
  const counted = [...chunks.keys()].filter(
    (name) => !chunks.get(name)?.moduleIds.some((id) => without && id.endsWith(without)),
  );
  return { atOnce: gzipped(loaded), all: gzipped(counted) };
}

const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));
const from = (path: string, name: string) => ({
  code: `export { ${name} } from ${JSON.stringify(source(path))};`,
});
const everythingOf = (path: string) => ({ code: `export * from ${JSON.stringify(source(path))};` });

test("SimilarImages costs a page less than 8 KB", async () => {
  const { atOnce } = await sizeOf(from("react/index.ts", "SimilarImages"));
  console.info(`SimilarImages: ${atOnce} bytes gzipped`);
  expect(atOnce).toBeGreaterThan(1000);
  expect(atOnce).toBeLessThan(8_000);
}, 30_000);

test("what a visitor loads for all that a gallery does is below 25 KB, beside SQLite's own files", async () => {
  // Browsers have a hash of their own on pages that are encrypted.
  const page = await sizeOf({ ...from("index.ts", "openGallery"), without: "/sha-256.ts" });
  const worker = await sizeOf({ file: source("worker/sqlite-worker.ts") });
  console.info(
    `Bytes gzipped: openGallery ${page.atOnce} at once, ${page.all - page.atOnce} when they are needed; the worker ${worker.all}; ` +
      `together ${page.all + worker.all}`,
  );
  expect(page.atOnce).toBeGreaterThan(1000);
  expect(worker.all).toBeGreaterThan(1000);
  expect(page.all + worker.all).toBeLessThan(25_000);
}, 30_000);

test("all code beside SQLite's own files: also of what few need, of plain files, and vec0 alone", async () => {
  const page = await sizeOf(everythingOf("index.ts"));
  const files = await sizeOf({ file: source("worker/files-worker.ts") });
  const seldom = await sizeOf({ file: source("worker/seldom.ts") });
  const vec0 = await sizeOf(everythingOf("vec0/index.ts"));
  const kernel = gzipSync(Buffer.from(SIMD_KERNEL, "hex")).length;
  console.info(
    `Bytes gzipped: akin-browser's page code ${page.atOnce} at once, ${page.all - page.atOnce} when they are needed; in the ` +
      `worker what is seldom needed ${seldom.all}; the worker of plain files ${files.all}; vec0 alone ${vec0.all}, of which the kernel ${kernel}`,
  );
  for (const { atOnce } of [page, seldom, files, vec0]) expect(atOnce).toBeGreaterThan(1000);
  expect(page.atOnce).toBeLessThan(8_000);
  expect(page.all).toBeLessThan(13_000);
  expect(seldom.all).toBeLessThan(8_000);
  expect(files.all).toBeLessThan(24_000);
  expect(vec0.all).toBeLessThan(15_000);
}, 30_000);
