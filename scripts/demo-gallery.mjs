import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { akin, root, run } from "./setup.mjs";

const program = join(root, "demo/dist");
const album = join(root, "demo/album");
const stamp = join(album, ".stamp");

/** Where the demo gallery is. */
export const demoGallery = join(root, "demo/gallery");

/** Draws the album unless this version of the program drew it, and brings its gallery up to date. */
export function buildDemoGallery() {
  const version = versionOfProgram();
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== version) {
    console.error("Drawing the demo album (under a minute) …");
    rmSync(album, { recursive: true, force: true });
    run(process.execPath, [join(program, "draw-album.js"), album]);
    writeFileSync(stamp, version);
  }
  run(process.execPath, [
    akin,
    "build",
    album,
    "--out",
    demoGallery,
    "--model",
    "builtin",
    "--title",
    "Demo album",
  ]);
}

function versionOfProgram() {
  const hash = createHash("sha256");
  const files = readdirSync(program, { recursive: true }).filter(
    (name) => name.endsWith(".js") && !name.includes(".test."),
  );
  for (const name of files.sort()) hash.update(readFileSync(join(program, name)));
  return hash.digest("hex");
}
