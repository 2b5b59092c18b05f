import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

const page = fileURLToPath(new URL("../page/", import.meta.url));

/** Bundles the test page as an application would, to `outDir`. */
export async function buildPage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: page,
    base: "./",
    logLevel: "error",
    plugins: [sourcesForOutputs()],
    worker: { plugins: () => [sourcesForOutputs()] },
    build: { outDir, emptyOutDir: true },
  });
}

/** Bundles pages that import this package by its name. @param pages names of HTML files in `root` */
export async function buildExamples(root: string, pages: string[], outDir: string): Promise<void> {
  const source = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));
  await build({
    configFile: false,
    root,
    base: "./",
    logLevel: "error",
    plugins: [sourcesForOutputs()],
    worker: { plugins: () => [sourcesForOutputs()] },
    resolve: {
      alias: [
        { find: /^akin-browser$/, replacement: source("index.ts") },
        { find: /^akin-browser\/react$/, replacement: source("react/index.ts") },
        { find: /^akin-browser\/react\/(.*\.css)$/, replacement: source("react/$1") },
        { find: /^(react(?:-dom)?(?:\/.*)?)$/, replacement: "$1", customResolver: fromHere },
      ],
    },
    build: { outDir, rolldownOptions: { input: pages.map((name) => resolve(root, name)) } },
  });
}

/** The examples lie where no packages are installed. */
const fromHere = (id: string) => createRequire(import.meta.url).resolve(id);

/** The page tells the worker of them, or sends them: they are in the build only. */
const BUILT = /(?<=")\.\.(?=\/worker\/(sqlite3\.wasm\.gz|seldom\.js)")/;

/**
 * Imports name the `.js` that tsc writes; the tests take the source, so that they never run an old build of them.
 */
export function sourcesForOutputs(): Plugin {
  return {
    name: "sources-for-outputs",
    enforce: "pre",
    resolveId(id, importer) {
      const output = importer === undefined ? id : resolve(dirname(importer), id);
      if (!output.endsWith(".js") || existsSync(output)) return null;
      return [".ts", ".tsx"]
        .map((extension) => output.replace(/\.js$/, extension))
        .find((source) => existsSync(source));
    },
    transform: (code, id) =>
      /\/(fetch-sqlite|seldom-url)\.ts$/.test(id) ? code.replace(BUILT, "../../dist") : null,
  };
}
