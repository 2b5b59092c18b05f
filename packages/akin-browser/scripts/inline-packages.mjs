// Puts the packages that modules of dist/ import into them, so that a page without a bundler needs no import map for them.
import { rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

const MODULES = ["source/hash-name-sync.js"];

for (const name of MODULES) {
  const bundle = await rolldown({
    input: dist + name,
    platform: "browser",
    // Modules of dist/ stay where they are.
    external: (id, importer) => id.startsWith(".") && importer?.startsWith(dist),
  });
  const { output } = await bundle.generate({
    format: "esm",
    comments: false,
    postBanner: "/* The licences of what is in here are in dist/worker/LICENSES.txt. */",
  });
  await bundle.close();
  writeFileSync(dist + name, output[0].code);
  rmSync(`${dist}${name}.map`, { force: true });
}
