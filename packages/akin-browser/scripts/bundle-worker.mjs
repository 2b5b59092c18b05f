// Writes dist/worker/: the workers with SQLite in them, and sqlite3.wasm.gz beside them, which the page fetches. A worker sees no import
// map, so that a page without a bundler could not load it otherwise.
// Plain hosts don't compress WebAssembly: 879 KB were two thirds of what a first search fetched; gzipped it is 400 KB.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

const out = fileURLToPath(new URL("../dist/worker/", import.meta.url));
const require = createRequire(import.meta.url);

/** Workers of SQLite's package that only its storage in the browser and its own API for pages start: 250 KB that nobody asks for. */
const UNUSED_WORKERS = [
  'new URL("sqlite3-opfs-async-proxy.js", import.meta.url)',
  'new URL("sqlite3-worker1.mjs", import.meta.url)',
];

/** The page sends it. */
const OWN_WASM = 'new URL("sqlite3.wasm", import.meta.url).href';

const changedSqlite = {
  name: "changed-sqlite",
  transform(code, id) {
    if (!/[\\/]sqlite-wasm[\\/]dist[\\/]index\.mjs$/.test(id)) return null;
    return [...UNUSED_WORKERS, OWN_WASM].reduce((rest, old) => {
      const parts = rest.split(old);
      if (parts.length !== 2)
        throw new Error(`@sqlite.org/sqlite-wasm was expected to have once: ${old}`);
      return parts.join("undefined");
    }, code);
  },
};

mkdirSync(out, { recursive: true });
const ids = [];
// Two workers with SQLite in both: bundlers that make a worker one file refuse a part that it would import.
for (const name of ["sqlite-worker", "files-worker", "seldom"]) {
  const { code, moduleIds } = await bundled(name);
  writeFileSync(`${out}${name}.js`, code);
  ids.push(...moduleIds);
}
const wasm = readFileSync(require.resolve("@sqlite.org/sqlite-wasm/sqlite3.wasm"));
writeFileSync(`${out}sqlite3.wasm.gz`, gzipSync(wasm, { level: 9 }));
// Of builds before it was gzipped.
rmSync(`${out}sqlite3.wasm`, { force: true });
writeFileSync(`${out}LICENSES.txt`, licensesOf(ids));

async function bundled(name) {
  const bundle = await rolldown({
    input: fileURLToPath(new URL(`../src/worker/${name}.ts`, import.meta.url)),
    platform: "browser",
    plugins: [changedSqlite],
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
    onLog(level, log) {
      if (level === "warn") throw new Error(log.message);
    },
  });
  const { output } = await bundle.generate({
    format: "esm",
    minify: true,
    codeSplitting: false,
    // What tells bundlers to leave an import as it is.
    comments: { legal: false, annotation: true, jsdoc: false },
    postBanner: "/* The licences of what is in here are in LICENSES.txt. */",
  });
  await bundle.close();
  return output[0];
}

/** The name, version and licence of each package that modules are of, and its licence file where it has one. */
function licensesOf(ids) {
  const folders = ids.flatMap(
    (id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id) ?? [],
  );
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    );
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const text = file ? readFileSync(join(folder, file), "utf8") : "";
    return `${name} ${version}, ${license}\n\n${text}`.trim();
  });
  return `${texts.join("\n\n----\n\n")}\n`;
}
