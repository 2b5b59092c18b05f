// Compiles kernel.ts, with SIMD and without, into ../kernel-code.ts: node packages/akin-browser/src/vec0/kernel/compile-kernel.mjs
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compileAssemblyScript } from "../../../scripts/compile-assemblyscript.mjs";

const source = fileURLToPath(new URL("kernel.ts", import.meta.url));
const target = fileURLToPath(new URL("../kernel-code.ts", import.meta.url));

/** @returns {Promise<string>} what ../kernel-code.ts must hold */
export async function kernelCode() {
  const simd = await compileAssemblyScript(source, ["--enable", "simd"]);
  const scalar = await compileAssemblyScript(source, ["--disable", "simd"]);
  return `// Made by kernel/compile-kernel.mjs from kernel/kernel.ts: edit that, and run it again.

/** WebAssembly with SIMD, in hexadecimal, of which gzip makes less than of base64: ${simd.length} bytes. */
export const SIMD_KERNEL =
  "${Buffer.from(simd).toString("hex")}";

/** The same without SIMD: ${scalar.length} bytes. */
export const SCALAR_KERNEL =
  "${Buffer.from(scalar).toString("hex")}";
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, await kernelCode());
