import type { Manifest } from "../format/manifest.js";
import type { RequestOptions } from "../gallery.js";
import { parseAlbums } from "../source/parse-albums.js";
import { NO_PLACES, parsePlaces } from "../source/parse-places.js";
import type { SiteFiles, SiteFilesMaker } from "../source/site-files.js";
import { MapFiles } from "./map-files.js";
import { PhotosAt } from "./photos-at.js";

/** What only pages with views of the whole album read, so that its code is fetched when it is asked for. */
export class AlbumFiles {
  readonly photosAt: PhotosAt;
  readonly map: MapFiles | null;
  readonly #manifest: Manifest;
  readonly #albums: SiteFiles<ReturnType<typeof parseAlbums>>;
  readonly #places: SiteFiles<ReturnType<typeof parsePlaces>>;

  /** @param root the site's root, absolute, ending with `/` */
  constructor(root: string, manifest: Manifest, make: SiteFilesMaker) {
    const { likenessMap } = manifest;
    this.#manifest = manifest;
    this.photosAt = new PhotosAt(manifest);
    this.map = likenessMap && new MapFiles(`${root}data/map/`, likenessMap, make);
    this.#albums = make.files(`${root}data/albums/`, make.json(parseAlbums), 1);
    this.#places = make.files(`${root}data/places/`, parsePlaces, 1);
  }

  async albums(options?: RequestOptions) {
    const { albums } = this.#manifest;
    return albums === null ? [] : await this.#albums.get(albums, options);
  }

  async places(options?: RequestOptions) {
    const { places } = this.#manifest;
    return places === null ? NO_PLACES : await this.#places.get(places, options);
  }

  clear(reason: unknown): void {
    for (const files of [this.#albums, this.#places, this.map]) files?.clear(reason);
  }
}
