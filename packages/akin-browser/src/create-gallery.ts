import { SharedDatabases } from "./databases/shared-databases.js";
import { imagePath, type Manifest } from "./format/index.js";
import type { Gallery } from "./gallery.js";
import { GalleryError } from "./gallery-error.js";
import { CardFinder } from "./photos/card-finder.js";
import { srcSet } from "./photos/src-set.js";
import { parseGridBlock } from "./source/parse-grid-block.js";
import { SiteFiles } from "./source/site-files.js";

/** Parsed grid blocks kept in memory: what a visitor scrolls back to. */
const BLOCKS_KEPT = 64;

/** A gallery over a manifest that is already there. @param root the site's root, absolute, ending with `/` */
export function createGallery(root: string, manifest: Manifest): Gallery {
  const blocks = new SiteFiles(`${root}data/grid/`, parseGridBlock, BLOCKS_KEPT);
  const cards = new CardFinder(`${root}data/cards/`, manifest.cards);
  const databases = new SharedDatabases(root, manifest);
  let closed = false;

  const whenOpen = async <T>(answer: () => Promise<T>): Promise<T> => {
    if (closed) throw new GalleryError("CLOSED", `The gallery ${root} is closed.`);
    return answer();
  };
  const imageUrl = (image: string, size: number) => root + imagePath(image, size);

  return {
    url: root,
    manifest,
    imageUrl,
    block: (name, options) => whenOpen(() => blocks.get(name, options)),
    photo: (photo, options) =>
      whenOpen(() =>
        typeof photo === "number" ? cards.byId(photo, options) : cards.byPath(photo, options),
      ),
    prefetch(ids) {
      if (closed || savesData()) return;
      // What fails here is asked for again, and told, when the visitor opens that photo.
      for (const id of ids) cards.byId(id, { priority: "low" }).catch(() => {});
    },
    srcSet: (photo) => srcSet(photo, manifest.imageSizes, (size) => imageUrl(photo.image, size)),
    databases: (options) => whenOpen(() => databases.open(options)),
    close() {
      if (closed) return;
      closed = true;
      const reason = new GalleryError("CLOSED", `The gallery ${root} was closed.`);
      blocks.clear(reason);
      cards.clear(reason);
      databases.close(reason);
    },
  };
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
