import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ConfigurationFiles, initializeImageMagick } from "@imagemagick/magick-wasm";
import { MAGICK_POLICY } from "./magick-policy.js";

const WASM = fileURLToPath(import.meta.resolve("@imagemagick/magick-wasm/magick.wasm"));

let opened: Promise<void> | undefined;

/** Compiles ImageMagick, which takes half a second and 70 MB of memory, once in a process. */
export function openMagick(): Promise<void> {
  opened ??= initialise();
  return opened;
}

function initialise(): Promise<void> {
  const files = ConfigurationFiles.default;
  files.policy.data = MAGICK_POLICY;
  return initializeImageMagick(readFileSync(WASM), files);
}
