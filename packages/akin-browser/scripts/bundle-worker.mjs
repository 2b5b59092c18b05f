// Writes dist/worker/: the worker with SQLite in it, and sqlite3.wasm beside it. A worker sees no import map, so that a page without
// a bundler could not load it otherwise; and bundlers find one literal `new URL("sqlite3.wasm", import.meta.url)`.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const out = fileURLToPath(new URL("../dist/worker/", import.meta.url));
const require = createRequire(import.meta.url);

/** Workers of SQLite's package that only its storage in the browser and its own API for pages start: 250 KB that nobody asks for. */
const UNUSED_WORKERS = [
  'new URL("sqlite3-opfs-async-proxy.js", import.meta.url)',
  'new URL("sqlite3-worker1.mjs", import.meta.url)',
];

const withoutUnusedWorkers = {
  name: "without-unused-workers",
  transform(code, id) {
    if (!/[\\/]sqlite-wasm[\\/]dist[\\/]index\.mjs$/.test(id)) return null;
    for (const expression of UNUSED_WORKERS) {
      if (code.split(expression).length !== 2)
        throw new Error(`@sqlite.org/sqlite-wasm was expected to have once: ${expression}`);
    }
    return UNUSED_WORKERS.reduce((rest, expression) => rest.replace(expression, "undefined"), code);
  },
};

const { version, license } = JSON.parse(
  readFileSync(require.resolve("@sqlite.org/sqlite-wasm/package.json"), "utf8"),
);
const bundle = await rolldown({
  input: fileURLToPath(new URL("../src/worker/sqlite-worker.ts", import.meta.url)),
  platform: "browser",
  plugins: [withoutUnusedWorkers],
  resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
  onLog(level, log) {
    if (level === "warn") throw new Error(log.message);
  },
});
const { output } = await bundle.generate({
  format: "esm",
  minify: true,
  codeSplitting: false,
  comments: false,
  postBanner: `/* akin-browser, MIT. With @sqlite.org/sqlite-wasm ${version}, ${license}; SQLite is in the public domain. */`,
});
await bundle.close();
mkdirSync(out, { recursive: true });
writeFileSync(`${out}sqlite-worker.js`, withPlainString(output[0].code));
copyFileSync(require.resolve("@sqlite.org/sqlite-wasm/sqlite3.wasm"), `${out}sqlite3.wasm`);

/** Minified it is a template, which not every bundler takes for the name of a file. */
function withPlainString(code) {
  const parts = code.split("new URL(`sqlite3.wasm`,import.meta.url)");
  if (parts.length !== 2) throw new Error("The bundle was expected to name sqlite3.wasm once.");
  return parts.join('new URL("sqlite3.wasm",import.meta.url)');
}
