import { GalleryError } from "../gallery-error.js";

/** What seldom.ts exports. */
type Seldom = Pick<typeof import("./farthest-of-meant.js"), "farthestOfMeant"> &
  Pick<typeof import("../vec0/register-module.js"), "registerModule"> &
  Pick<typeof import("../source/sha-256.js"), "sha256"> &
  Pick<typeof import("./respell-text.js"), "respellText">;

let url = "";

/** @param script URL of `seldom.js` */
export function tellSeldomUrl(script: string): void {
  url = script;
}

/** Fetches what most visits do without. @throws GalleryError `NETWORK` */
export async function seldomNeeded(): Promise<Seldom> {
  try {
    // Bundlers leave it as it is: a worker's one file can't name another that they would move.
    return await import(
      /* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ url
    );
  } catch (cause) {
    throw new GalleryError("NETWORK", "Code that is seldom needed could not be fetched.", {
      cause,
    });
  }
}
