// Compiles kernel.ts into ../kernel-code.ts: node packages/akin-browser/src/sight/kernel/compile-kernel.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const source = fileURLToPath(new URL("kernel.ts", import.meta.url));
const target = fileURLToPath(new URL("../kernel-code.ts", import.meta.url));

/** @returns {Promise<string>} what ../kernel-code.ts must hold */
export async function kernelCode() {
  const code = await compile();
  return `// Made by kernel/compile-kernel.mjs from kernel/kernel.ts: edit that, and run it again.

/** WebAssembly with SIMD, in hexadecimal, of which gzip makes less than of base64: ${code.length} bytes. */
export const KERNEL_CODE =
  "${Buffer.from(code).toString("hex")}";
`;
}

async function compile() {
  let wasm;
  const { error, stderr } = await asc.main(
    [
      "kernel.ts",
      "--outFile",
      "kernel.wasm",
      "--runtime",
      "stub",
      "--importMemory",
      "--noAssert",
      "--use",
      "abort=",
      "-O3",
      "--converge",
      "--enable",
      "simd",
    ],
    {
      readFile: (name) => (name === "kernel.ts" ? readFileSync(source, "utf8") : null),
      writeFile: (name, contents) => {
        if (name === "kernel.wasm") wasm = contents;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr}`, { cause: error });
  return wasm;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, await kernelCode());
