import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { expect, test } from "vitest";
import { SIMD_KERNEL } from "../src/vec0/kernel-code.js";
import { sourcesForOutputs } from "./harness/build-page.js";

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
}

// Vitest's own setting would have JSX compiled for debugging.
process.env.NODE_ENV = "production";

/** What an import costs. */
async function sizeOf({ code = "", file = ENTRY }: Measured): Promise<Size> {
  const result = await build({
    configFile: false,
    root: fileURLToPath(new URL(".", import.meta.url)),
    logLevel: "error",
    plugins: [
      {
        name: "size-entry",
        resolveId: (id) => (id === ENTRY ? ENTRY : null),
        load: (id) => (id === ENTRY ? code : null),
      },
      sourcesForOutputs(),
    ],
    worker: { plugins: () => [sourcesForOutputs()] },
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: file,
        external: /^(react|@sqlite\.org)/,
        preserveEntrySignatures: "strict",
      },
    },
  });
  const { output } = [result].flat()[0] as Extract<typeof result, { output: unknown }>;
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
  return { atOnce: gzipped(loaded), all: gzipped(chunks.keys()) };
}

const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));
const everythingOf = (path: string) => ({ code: `export * from ${JSON.stringify(source(path))};` });

test("SimilarImages costs a page less than 8 KB", async () => {
  const { atOnce } = await sizeOf({
    code: `export { SimilarImages } from ${JSON.stringify(source("react/index.ts"))};`,
  });
  console.info(`SimilarImages: ${atOnce} bytes gzipped`);
  expect(atOnce).toBeGreaterThan(1000);
  expect(atOnce).toBeLessThan(8_000);
}, 30_000);

test("code beside SQLite's own files: of a gallery, of plain files, and vec0 alone", async () => {
  const page = await sizeOf(everythingOf("index.ts"));
  const worker = await sizeOf({ file: source("worker/sqlite-worker.ts") });
  const files = await sizeOf({ file: source("worker/files-worker.ts") });
  const vectorSql = await sizeOf({ file: source("worker/vector-sql.ts") });
  const vec0 = await sizeOf(everythingOf("vec0/index.ts"));
  const kernel = gzipSync(Buffer.from(SIMD_KERNEL, "hex")).length;
  console.info(
    `Bytes gzipped: akin-browser ${page.atOnce} at once, ${page.all - page.atOnce} when they are needed; a gallery's ` +
      `worker ${worker.all}, SQL over vectors ${vectorSql.all}; the worker of plain files ${files.all}; vec0 alone ${vec0.all}, of which the kernel ${kernel}`,
  );
  for (const { atOnce } of [page, worker, vectorSql, files, vec0])
    expect(atOnce).toBeGreaterThan(1000);
  expect(page.atOnce).toBeLessThan(8_000);
  expect(page.all + worker.all).toBeLessThan(29_000);
  expect(vectorSql.all).toBeLessThan(7_000);
  expect(files.all).toBeLessThan(24_000);
  expect(vec0.all).toBeLessThan(15_000);
}, 30_000);
