import { extname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { availableSizes, imagePath } from "akin-browser/format";
import { AkinError } from "../akin-error.js";
import { describeError, errorCode, oneLine } from "../describe-error.js";
import type { Effects } from "../effects.js";
import type { OriginalsPolicy } from "../options.js";
import { forEachLimited } from "./for-each-limited.js";
import { IMAGE_SIZES, imageFile } from "./image-options.js";
import type { PublicPhoto } from "./public-photos.js";
import type { SiteFolder } from "./site-folder.js";
import type { SiteInput } from "./site-input.js";

/** Photos whose files are linked or copied at once. */
const AT_ONCE = 32;

/** Where a photo's original is published, relative to the site; null if it is not. */
export function originalPath(photo: PublicPhoto, originals: OriginalsPolicy): string | null {
  if (originals === "none") return null;
  const extension = extname(photo.filename).toLowerCase();
  return `originals/${photo.image}${/^\.[a-z0-9]{1,8}$/.test(extension) ? extension : ""}`;
}

/**
 * Puts all images, and the originals if they are published, into the site.
 * @throws AkinError `DAMAGED` if an image or an original is not where it should be
 */
export async function placePhotoFiles(
  site: SiteFolder,
  photos: readonly PublicPhoto[],
  input: Pick<SiteInput, "cache" | "photosFolder" | "originals">,
  effects: Effects,
): Promise<void> {
  const progress = effects.progress("Publishing", photos.length);
  let done = 0;
  try {
    await forEachLimited(photos, AT_ONCE, async (photo) => {
      // Links are made without waiting: this lets Ctrl-C and the progress line through.
      if (done % 256 === 0) await setImmediate();
      effects.signal.throwIfAborted();
      for (const [path, source, how] of filesOf(photo, input)) {
        await site.place(path, source, how).catch((cause: unknown) => refuse(photo, source, cause));
      }
      progress.update(++done);
    });
  } finally {
    progress.finish();
  }
}

type PhotoFile = [path: string, source: string, how: "link" | "copy"];

function filesOf(
  photo: PublicPhoto,
  { cache, photosFolder, originals }: Pick<SiteInput, "cache" | "photosFolder" | "originals">,
): PhotoFile[] {
  const sizes = availableSizes(photo.width, photo.height, IMAGE_SIZES);
  const files = sizes.map((size): PhotoFile => {
    return [imagePath(photo.image, size), imageFile(cache, photo.image, size), "link"];
  });
  const original = originalPath(photo, originals);
  if (original !== null && originals !== "none") {
    files.push([original, join(photosFolder, photo.ownPath), originals]);
  }
  return files;
}

function refuse(photo: PublicPhoto, source: string, cause: unknown): never {
  if (errorCode(cause) !== "ENOENT") throw cause;
  throw new AkinError(
    "DAMAGED",
    `${oneLine(photo.ownPath)} can't be published: ${oneLine(source)}: ${describeError(cause)}; build again`,
    { cause },
  );
}
