import { GalleryError } from "../gallery-error.js";

/** Fetches code that most pages never need. @throws GalleryError `NETWORK` */
export async function fetchCode<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    const message = "The code that opens databases could not be fetched.";
    throw new GalleryError("NETWORK", message, { cause });
  }
}
