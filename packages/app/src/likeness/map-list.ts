import type { LikenessMap } from "akin-browser";
import type { PhotoList } from "../album/photo-list.js";
import type { PhotoSummary } from "../album/photo-summary.js";
import type { MapPhotos } from "./map-photos.js";
import { nearestRows } from "./rows-in-view.js";
import { summaryOfMapPhoto } from "./summary-of-map-photo.js";

/** How many photos around the one that was opened arrow keys go through. */
const LENGTH = 100;

/** The photos around one of the map, from the nearest to the farthest. */
export class MapList implements PhotoList {
  readonly listeners: MapPhotos["listeners"];
  readonly #photos: MapPhotos;
  readonly #rows: readonly number[];

  constructor(map: LikenessMap, photos: MapPhotos, row: number) {
    this.#photos = photos;
    this.listeners = photos.listeners;
    const all = Array.from({ length: map.length }, (_, at) => at);
    const place = { x: map.x[row] ?? 0, y: map.y[row] ?? 0 };
    this.#rows = nearestRows(map, all, place, LENGTH);
  }

  has(id: number): boolean {
    return this.#placeOf(id) >= 0;
  }

  neighbours(id: number): { previous: PhotoSummary | undefined; next: PhotoSummary | undefined } {
    const place = this.#placeOf(id);
    if (place < 0) return { previous: undefined, next: undefined };
    return { previous: this.#photoAt(place - 1), next: this.#photoAt(place + 1) };
  }

  async approach(id: number): Promise<void> {
    const place = this.#placeOf(id);
    await this.#photos.want(this.#rows.slice(Math.max(0, place - 2), place + 3));
  }

  #placeOf(id: number): number {
    return this.#rows.findIndex((row) => this.#photos.find(row)?.id === id);
  }

  #photoAt(place: number): PhotoSummary | undefined {
    const photo = this.#photos.find(this.#rows[place] ?? -1);
    return photo && summaryOfMapPhoto(photo);
  }
}
