import { GalleryError } from "../gallery-error.js";

/**
 * The bytes of a published file after decompression. Hosts that set `Content-Encoding: gzip` themselves have the
 * browser decompress it before, so that gzip is known by its first bytes, not by the file's kind.
 *
 * @param url for messages
 * @throws GalleryError `DAMAGED` if the gzip stream is cut off or wrong, `NOT_FOUND` if a page came in the file's place,
 *   `UNSUPPORTED`
 */
export async function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  url: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    refuseWebPage(bytes, url);
    return bytes;
  }
  if (typeof DecompressionStream === "undefined") {
    throw new GalleryError(
      "UNSUPPORTED",
      "This browser is too old: it has no DecompressionStream.",
    );
  }
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (cause) {
    throw new GalleryError("DAMAGED", `${url} is cut off or damaged: its gzip data is wrong.`, {
      cause,
    });
  }
}

/** @throws GalleryError `DAMAGED` if the bytes are not JSON, `NOT_FOUND` if they are a web page */
export function parseJson(bytes: Uint8Array<ArrayBuffer>, url: string): unknown {
  refuseWebPage(bytes, url);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new GalleryError("DAMAGED", `${url} is cut off or damaged: it is not JSON.`, { cause });
  }
}

/** Many hosts answer a missing file with their start page or their 404 page and status 200. */
function refuseWebPage(bytes: Uint8Array<ArrayBuffer>, url: string): void {
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart();
  if (!start.startsWith("<")) return;
  throw new GalleryError(
    "NOT_FOUND",
    `${url} is a web page, not gallery data: the file is missing, and the host answers with a page in its place.`,
  );
}
