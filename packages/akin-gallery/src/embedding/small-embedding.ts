import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { SMALL_INPUT_SIZE, SmallNetwork } from "akin-browser/sight";
import { decodePhoto } from "../photos/decode-photo.js";
import { type PhotoSource, type PixelOptions, readPixels } from "./read-pixels.js";

/** The weights of `akin-small`. */
export const SMALL_WEIGHTS = createRequire(import.meta.url).resolve(
  "akin-browser/sight/akin-small.bin",
);

/** Side of what options shape: so much larger than the network's input that its own resize still decides. */
const SHAPED_SIZE = 4 * SMALL_INPUT_SIZE;

/** One for each process, made when it is needed. */
let network: SmallNetwork | undefined;

/**
 * Sees a photo with `akin-small`.
 *
 * @param photo decoded, or the path of an image file, or its content
 * @returns Float32Array of length D, L2-normalised
 * @throws an error of one line if the photo can't be decoded
 */
export async function smallEmbedding(
  photo: PhotoSource,
  options: PixelOptions,
): Promise<Float32Array> {
  network ??= new SmallNetwork(readFileSync(SMALL_WEIGHTS));
  const { enhance, smartCrop, shrinkOnLoad = false } = options;
  if (!enhance && !smartCrop && !shrinkOnLoad) {
    const isDecoded = typeof photo === "object" && "rgb" in photo;
    const { rgb, width, height } = isDecoded ? photo : await decodePhoto(photo);
    return network.embed(rgb, width, height);
  }
  const position = smartCrop ? "attention" : "centre";
  const rgb = await readPixels(photo, options, (image) =>
    image.resize(SHAPED_SIZE, SHAPED_SIZE, { fit: "cover", position }),
  );
  return network.embed(rgb, SHAPED_SIZE, SHAPED_SIZE);
}
