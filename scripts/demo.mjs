// npm run demo: from a fresh clone to the demo gallery in the browser.
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { buildDemoGallery, demoGallery } from "./demo-gallery.mjs";
import { akin, build, fail, install } from "./setup.mjs";

const { port, "no-serve": noServe } = options();
install();
build();
buildDemoGallery();
console.log(
  "This gallery compares photos by colour, layout and texture (--model builtin), which needs no download; it does not know\n" +
    "what they show, as CLIP does. For your own photos: node packages/akin-gallery/bin/akin.js build <photos> downloads CLIP.",
);
if (!noServe) serve();

function options() {
  try {
    return parseArgs({
      options: { port: { type: "string", default: "4173" }, "no-serve": { type: "boolean" } },
    }).values;
  } catch (error) {
    fail(`${error.message}\nUsage: npm run demo [-- --port <number> --no-serve]`);
  }
}

function serve() {
  const server = spawn(process.execPath, [akin, "serve", "--out", demoGallery, "--port", port], {
    stdio: "inherit",
  });
  // Ctrl-C reaches the server too, as it shares the terminal: this process only waits for it to end.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => server.kill());
  server.on("exit", (status) => process.exit(status ?? 0));
}
