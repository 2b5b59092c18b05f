import { existsSync } from "node:fs";
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

/** Imports name the `.js` that tsc writes; the tests take the source, so that they never run an old build. */
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
  };
}
