import { GalleryError } from "../gallery-error.js";
import { refuseWebPage } from "./refuse-web-page.js";

/** @throws GalleryError `DAMAGED` if the bytes are not JSON, `NOT_FOUND` if they are a web page */
export function parseJson(bytes: Uint8Array<ArrayBuffer>, url: string): unknown {
  refuseWebPage(bytes, url);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new GalleryError("DAMAGED", `${url} is cut off or damaged: it is not JSON.`, { cause });
  }
}
