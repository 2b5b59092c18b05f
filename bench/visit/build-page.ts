import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const HTML = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Visit</title>
    <link rel="icon" href="data:," />
    <script type="module" src="./page.js"></script>
  </head>
  <body></body>
</html>
`;

/** Bundles the measured page as an application that uses akin-browser would be, to `outDir`. */
export async function buildPage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL("page/", import.meta.url)),
    base: "./",
    logLevel: "error",
    build: {
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: fileURLToPath(new URL("page/page.js", import.meta.url)),
        output: { entryFileNames: "page.js" },
      },
    },
  });
  writeFileSync(join(outDir, "index.html"), HTML);
}
