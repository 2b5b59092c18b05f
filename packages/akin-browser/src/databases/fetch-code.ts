import { GalleryError } from "../gallery-error.js";

/** Fetches code that most pages never need. @throws GalleryError `NETWORK` */
export async function fetchCode<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    throw new GalleryError("NETWORK", "Code could not be fetched.", { cause });
  }
}

/** What a page with a few similar photos does without. @throws GalleryError `NETWORK` */
export const galleryCode = () => fetchCode(() => import("../gallery-code.js"));
