// Puts onnxruntime's WebAssembly, 14 MB, gzipped into the package: a site gets it with --text-search. The package with all of
// onnxruntime-web takes 138 MB, which nobody has to install.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const require = createRequire(import.meta.url);
const source = require.resolve("onnxruntime-web/ort-wasm-simd-threaded.wasm");
const folder = fileURLToPath(new URL("../../akin-gallery/runtime/", import.meta.url));
const target = `${folder}onnxruntime.wasm.gz`;
mkdirSync(folder, { recursive: true });
const isNewer = existsSync(target) && statSync(target).mtimeMs > statSync(source).mtimeMs;
if (!isNewer) writeFileSync(target, gzipSync(readFileSync(source), { level: 9 }));
