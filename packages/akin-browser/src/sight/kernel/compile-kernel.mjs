// Compiles kernel.ts into ../kernel-code.ts: node packages/akin-browser/src/sight/kernel/compile-kernel.mjs
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compileAssemblyScript } from "../../../scripts/compile-assemblyscript.mjs";

const source = fileURLToPath(new URL("kernel.ts", import.meta.url));
const target = fileURLToPath(new URL("../kernel-code.ts", import.meta.url));

/** @returns {Promise<string>} what ../kernel-code.ts must hold */
export async function kernelCode() {
  const code = await compileAssemblyScript(source, ["--enable", "simd"]);
  return `// Made by kernel/compile-kernel.mjs from kernel/kernel.ts: edit that, and run it again.

/** WebAssembly with SIMD, in hexadecimal, of which gzip makes less than of base64: ${code.length} bytes. */
export const KERNEL_CODE =
  "${Buffer.from(code).toString("hex")}";
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, await kernelCode());
