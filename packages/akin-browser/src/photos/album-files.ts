import type { Manifest } from "../format/manifest.js";
import type { RequestOptions } from "../gallery.js";
import type { LikenessMap } from "../likeness-map.js";
import { parseAlbums } from "../source/parse-albums.js";
import { NO_PLACES, parsePlaces } from "../source/parse-places.js";
import { json, SiteFiles } from "../source/site-files.js";
import { MapFiles } from "./map-files.js";
import { PhotosAt } from "./photos-at.js";

/** What only pages with views of the whole album read, so that its code is fetched when it is asked for. */
export class AlbumFiles {
  readonly photosAt: PhotosAt;
  readonly #map: MapFiles | null;
  readonly #manifest: Manifest;
  readonly #albums: SiteFiles<ReturnType<typeof parseAlbums>>;
  readonly #places: SiteFiles<ReturnType<typeof parsePlaces>>;

  /** @param root the site's root, absolute, ending with `/` */
  constructor(root: string, manifest: Manifest) {
    const { likenessMap } = manifest;
    this.#manifest = manifest;
    this.photosAt = new PhotosAt(manifest);
    this.#map = likenessMap && new MapFiles(`${root}data/map/`, likenessMap);
    this.#albums = new SiteFiles(`${root}data/albums/`, json(parseAlbums), 1);
    this.#places = new SiteFiles(`${root}data/places/`, parsePlaces, 1);
  }

  async albums(options?: RequestOptions) {
    const { albums } = this.#manifest;
    return albums === null ? [] : await this.#albums.get(albums, options);
  }

  async places(options?: RequestOptions) {
    const { places } = this.#manifest;
    return places === null ? NO_PLACES : await this.#places.get(places, options);
  }

  /** @param whenOpen runs what the map is asked for later, as the gallery runs what it is asked for */
  async likenessMap(
    whenOpen: <T>(answer: () => Promise<T>) => Promise<T>,
    options?: RequestOptions,
  ): Promise<LikenessMap | null> {
    const map = this.#map;
    if (map === null) return null;
    const overview = await map.overview(options);
    const chunk: LikenessMap["chunk"] = (...wanted) => whenOpen(() => map.chunk(...wanted));
    return { ...overview, chunkSize: map.chunkSize, chunk };
  }

  clear(reason: unknown): void {
    for (const files of [this.#albums, this.#places, this.#map]) files?.clear(reason);
  }
}
