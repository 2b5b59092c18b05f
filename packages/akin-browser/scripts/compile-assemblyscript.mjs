import { readFileSync } from "node:fs";
import asc from "assemblyscript/asc";

/**
 * Compiles a kernel: no runtime, and memory that is given to it.
 *
 * @param {string} source path of the file
 * @param {string[]} features arguments of asc, such as `--enable simd`
 * @returns {Promise<Uint8Array>} WebAssembly
 */
export async function compileAssemblyScript(source, features) {
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
      ...features,
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
