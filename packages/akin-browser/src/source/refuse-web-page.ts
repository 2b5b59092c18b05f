import { GalleryError } from "../gallery-error.js";

/**
 * Many hosts answer a missing file with their start page or their 404 page and status 200.
 *
 * @throws GalleryError `NOT_FOUND`
 */
export function refuseWebPage(bytes: Uint8Array, url: string): void {
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart();
  if (!start.startsWith("<")) return;
  throw new GalleryError(
    "NOT_FOUND",
    `${url} is a web page, not gallery data: the file is missing.`,
  );
}
