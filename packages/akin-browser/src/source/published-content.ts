import { GalleryError } from "../gallery-error.js";
import { gunzip } from "./gunzip.js";
import type { HashName } from "./hash-name.js";
import { refuseWebPage } from "./refuse-web-page.js";

/**
 * The content of a published file, checked by its name. Hosts that set `Content-Encoding: gzip` themselves have the
 * browser decompress it before, so that gzip is known by its first bytes, not by the file's kind; and content that only
 * looks like gzip is known by its hash.
 *
 * @param name the file's, which is the hash of its content
 * @param url for messages
 * @throws GalleryError `DAMAGED` if it is not what was published, `NOT_FOUND` if a page came in the file's place,
 *   `UNSUPPORTED`
 */
export async function publishedContent(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  url: string,
  hashName: HashName,
): Promise<Uint8Array<ArrayBuffer>> {
  if (looksGzipped(bytes)) {
    const content = await gunzip(bytes);
    if (content !== null && (await hashName(content)) === name) return content;
  }
  if ((await hashName(bytes)) === name) return bytes;
  throw notPublished(bytes, url);
}

export function looksGzipped(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** What to say of bytes that are not what was published. @throws GalleryError `NOT_FOUND` if they are a web page */
export function notPublished(bytes: Uint8Array, url: string): GalleryError {
  refuseWebPage(bytes, url);
  return new GalleryError(
    "DAMAGED",
    `${url} is cut off or damaged: its ${bytes.length} bytes are not what its name says.`,
  );
}
