import { gunzipSync } from "fflate";
import { GalleryError } from "../gallery-error.js";
import { fetchSync } from "./fetch-sync.js";
import { hashNameSync } from "./hash-name-sync.js";
import { looksGzipped, notPublished } from "./published-content.js";

/** As `fetchPublished`, while the worker waits. @throws GalleryError */
export function fetchPublishedSync(folder: string, name: string): Uint8Array {
  const url = folder + encodeURIComponent(name);
  try {
    return contentOf(fetchSync(url).bytes, name, url);
  } catch (error) {
    if (!(error instanceof GalleryError) || error.code !== "DAMAGED") throw error;
    // Past the browser's cache, which keeps such names, and a damaged copy with them, for a year.
    return contentOf(fetchSync(url, { "Cache-Control": "no-cache" }).bytes, name, url);
  }
}

function contentOf(bytes: Uint8Array<ArrayBuffer>, name: string, url: string): Uint8Array {
  if (looksGzipped(bytes)) {
    const content = unpacked(bytes);
    if (content !== null && hashNameSync(content) === name) return content;
  }
  if (hashNameSync(bytes) === name) return bytes;
  throw notPublished(bytes, url);
}

function unpacked(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  try {
    return gunzipSync(bytes);
  } catch {
    // Content may begin as gzip does: the hash decides.
    return null;
  }
}
