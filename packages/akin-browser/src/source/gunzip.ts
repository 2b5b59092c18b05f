import { GalleryError } from "../gallery-error.js";

/**
 * @returns null if the bytes are no gzip data, or cut off
 * @throws GalleryError `UNSUPPORTED`
 */
export async function gunzip(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (typeof DecompressionStream === "undefined") {
    throw new GalleryError(
      "UNSUPPORTED",
      "This browser is too old: it has no DecompressionStream.",
    );
  }
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    // Whether that is a failure is the caller's to say: content may begin as gzip does.
    return null;
  }
}
