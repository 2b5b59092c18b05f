import { galleryCode } from "./databases/fetch-code.js";
import type { GalleryClient } from "./databases/gallery-client.js";
import type { GalleryDatabases } from "./databases/gallery-databases.js";
import { imagePath, type Manifest } from "./format/manifest.js";
import type { Gallery, RequestOptions } from "./gallery.js";
import { GalleryError } from "./gallery-error.js";
import type { AlbumFiles } from "./photos/album-files.js";
import { CardFinder } from "./photos/card-finder.js";
import { srcSet } from "./photos/src-set.js";
import { rememberGallery } from "./similar/published-pairs.js";
import { similarPhotos } from "./similar/similar-photos.js";
import { changedSite } from "./source/changed-site.js";
import { parseGridBlock } from "./source/parse-grid-block.js";
import { json, SiteFiles } from "./source/site-files.js";
import { vectorsCost } from "./vectors-cost.js";

/** Parsed grid blocks kept in memory: what a visitor scrolls back to. */
const BLOCKS_KEPT = 64;

/** A gallery over a manifest that is already there. @param root the site's root, absolute, ending with `/` */
export function createGallery(root: string, manifest: Manifest): Gallery {
  const blocks = new SiteFiles(`${root}data/grid/`, json(parseGridBlock), BLOCKS_KEPT);
  const cards = new CardFinder(`${root}data/cards/`, manifest);
  let databases: GalleryDatabases | undefined;
  let files: AlbumFiles | undefined;
  const reasonFor = changedSite(root, manifest.buildId);
  let closed = false;

  const isClosed = () => new GalleryError("CLOSED", `The gallery ${root} is closed.`);
  const refuseClosed = () => {
    if (closed) throw isClosed();
  };
  const whenOpen = async <T>(answer: () => Promise<T>): Promise<T> => {
    refuseClosed();
    try {
      return await answer();
    } catch (error) {
      throw await reasonFor(error);
    }
  };
  const inFiles = <T>(question: (files: AlbumFiles) => Promise<T>): Promise<T> =>
    whenOpen(async () => {
      const code = await galleryCode();
      refuseClosed();
      files ??= new code.AlbumFiles(root, manifest);
      return await question(files);
    });
  const open = async (...waiting: Parameters<GalleryDatabases["open"]>): Promise<GalleryClient> => {
    const code = await galleryCode();
    refuseClosed();
    databases ??= new code.GalleryDatabases(root, manifest, cards);
    return await databases.open(...waiting);
  };
  const ask = <T>(
    options: RequestOptions | undefined,
    question: (client: GalleryClient) => Promise<T>,
  ): Promise<T> => whenOpen(async () => question(await open(options?.signal)));
  const imageUrl = (image: string, size: number) => root + imagePath(image, size);

  const gallery: Gallery = {
    url: root,
    manifest,
    imageUrl,
    srcSet: (photo) => srcSet(photo, manifest.imageSizes, (size) => imageUrl(photo.image, size)),
    block: (name, options) => whenOpen(() => blocks.get(name, options)),
    photosAt: (positions, options) =>
      inFiles(({ photosAt }) => photosAt.get(positions, (name) => blocks.get(name, options))),
    albums: (options) => inFiles((read) => read.albums(options)),
    places: (options) => inFiles((read) => read.places(options)),
    likenessMap: (options) => inFiles((read) => read.likenessMap(whenOpen, options)),
    photo: (photo, options) =>
      whenOpen(() =>
        typeof photo === "number" ? cards.byId(photo, options) : cards.byPath(photo, options),
      ),
    prefetch(ids) {
      if (closed || savesData()) return [];
      // What fails here is asked for again, and told, when the visitor opens that photo.
      return Array.from(ids, (id) => cards.byId(id, { priority: "low" }).catch(() => null));
    },
    similar: (photo, options = {}) => similarPhotos(gallery, photo, options),
    search: (options = {}) => ask(options, (client) => client.search(options)),
    count: async (where = {}, options = {}) =>
      Object.keys(where).length === 0
        ? manifest.photos
        : await ask(options, (client) => client.count(where, options)),
    loosen: (where, options = {}) => ask(options, (client) => client.loosen(where, options)),
    suggest: (text, options = {}) => ask(options, (client) => client.suggest(text, options)),
    respell: (text, options = {}) => ask(options, (client) => client.respell(text, options)),
    facets: (kind, options = {}) => ask(options, (client) => client.facets(kind, options)),
    warm: async (options = {}) => {
      if (!savesData()) await ask(options, (client) => client.warm(options));
    },
    sql: (_, text, params, options = {}) =>
      ask(options, (client) => client.sql(text, params, options)),
    loadVectors: (options = {}) => ask(options, (client) => client.loadVectors(options)),
    vectorsCost: () => vectorsCost(manifest.vectors, databases?.hasVectors ?? false),
    databases: ({ signal, onProgress } = {}) =>
      whenOpen(async () => {
        const { pair } = await open(signal, (loadedBytes, totalBytes) =>
          onProgress?.({ loadedBytes, totalBytes }),
        );
        rememberGallery(pair.main, gallery);
        return pair;
      }),
    close() {
      if (closed) return;
      closed = true;
      const reason = isClosed();
      for (const kept of [blocks, cards, files]) kept?.clear(reason);
      databases?.close(reason);
    },
  };
  return gallery;
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
