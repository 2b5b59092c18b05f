import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { expect, test } from "vitest";
import { sourcesForOutputs } from "./harness/build-page.js";

const ENTRY = "\0size-entry";

/** Gzipped bytes of the code that a page loads at once for this import, without React. */
async function bytesOf(code: string): Promise<number> {
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
        input: ENTRY,
        external: /^react/,
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
  const codes = [...loaded].map((name) => chunks.get(name)?.code ?? "");
  return codes.reduce((sum, chunk) => sum + gzipSync(chunk).length, 0);
}

const react = fileURLToPath(new URL("../src/react/index.ts", import.meta.url));
const core = fileURLToPath(new URL("../src/index.ts", import.meta.url));

test("SimilarImages costs a page less than 8 KB", async () => {
  const bytes = await bytesOf(`export { SimilarImages } from ${JSON.stringify(react)};`);
  console.info(`SimilarImages: ${bytes} bytes gzipped`);
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThan(8_000);
}, 30_000);

test("akin-browser costs less than 25 KB without SQLite's own files", async () => {
  const bytes = await bytesOf(`export * from ${JSON.stringify(core)};`);
  console.info(`akin-browser: ${bytes} bytes gzipped`);
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThan(25_000);
}, 30_000);
