import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { initSync, JxlImage } from "jxl-oxide-wasm";
import { PhotoError } from "./photo-error.js";
import { isWasmTrap } from "./wasm-trap.js";

const WASM = fileURLToPath(import.meta.resolve("jxl-oxide-wasm/module.wasm"));

initSync({ module: readFileSync(WASM) });

/** A JPEG XL file's upright size, and whether it moves. @throws PhotoError BROKEN_IMAGE */
export function jxlHeader(file: Uint8Array): {
  width: number;
  height: number;
  isAnimated: boolean;
} {
  return withImage(file, ({ width = 0, height = 0, animated = false }) => ({
    width,
    height,
    isAnimated: animated,
  }));
}

/**
 * Decodes the first frame of a JPEG XL file upright, to sRGB.
 * @returns a PNG file
 * @throws PhotoError BROKEN_IMAGE
 */
export function decodeJxl(file: Uint8Array): Uint8Array {
  return withImage(file, (image) => {
    if (!image.loaded) throw broken("the file is incomplete");
    image.forceSrgb = true;
    // Which frees the frame, too.
    return image.render(0).encodeToPng();
  });
}

function withImage<Result>(file: Uint8Array, use: (image: JxlImage) => Result): Result {
  const image = new JxlImage();
  try {
    image.feedBytes(file);
    if (!image.tryInit()) throw broken("the file is incomplete");
    return use(image);
  } catch (error) {
    // A trap of the module itself is for whoever runs it.
    if (error instanceof PhotoError || isWasmTrap(error)) throw error;
    throw broken("the file is damaged", error);
  } finally {
    image.free();
  }
}

function broken(reason: string, cause?: unknown): PhotoError {
  return new PhotoError("BROKEN_IMAGE", `can't be decoded: ${reason}`, { cause });
}
