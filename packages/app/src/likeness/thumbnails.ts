import type { Gallery, MapPhoto } from "akin-browser";
import { availableSizes } from "akin-browser/format";
import type { MapPhotos } from "./map-photos.js";
import type { MapRenderer } from "./map-renderer.js";
import { placeholderPixels } from "./placeholder-pixels.js";
import { Slots } from "./slots.js";

/** Photos fetched at once. */
const AT_ONCE = 6;

/** Milliseconds of a frame in which placeholders are decoded. */
const DECODING = 4;

/** Longest sides in device pixels at which photos are kept: a large picture drawn small would flicker. */
const LEVELS = [64, 128, 256] as const;

interface Loaded {
  level: number;
  /** When it came, for its fading in. */
  since: number;
}

/** The pictures that the map's renderer holds, and the fetching of those that it lacks. */
export class Thumbnails {
  readonly #gallery: Gallery;
  readonly #photos: MapPhotos;
  readonly #renderer: MapRenderer;
  readonly #onChange: () => void;
  readonly #placeholderSlots: Slots;
  readonly #photoSlots: Slots;
  readonly #loaded = new Map<number, Loaded>();
  readonly #fetching = new Map<number, AbortController>();
  readonly #failed = new Set<number>();

  /** @param onChange told when a picture has come */
  constructor(gallery: Gallery, photos: MapPhotos, renderer: MapRenderer, onChange: () => void) {
    this.#gallery = gallery;
    this.#photos = photos;
    this.#renderer = renderer;
    this.#onChange = onChange;
    this.#placeholderSlots = new Slots(renderer.slots.placeholders);
    this.#photoSlots = new Slots(renderer.slots.photos);
  }

  placeholderSlot(row: number): number | undefined {
    return this.#placeholderSlots.use(row);
  }

  /** The slot of a photo's picture, and when it came. */
  photoSlot(row: number): { slot: number; since: number } | undefined {
    const slot = this.#photoSlots.use(row);
    const loaded = this.#loaded.get(row);
    return slot === undefined || loaded === undefined ? undefined : { slot, since: loaded.since };
  }

  /** Decodes placeholders that are missing, as many as a frame has time for. @returns whether some are left */
  decode(rows: readonly number[]): boolean {
    const until = performance.now() + DECODING;
    for (const row of rows) {
      if (this.#placeholderSlots.has(row)) continue;
      const photo = this.#photos.find(row);
      if (photo === undefined) continue;
      if (performance.now() > until) return true;
      const picture = placeholderPixels(photo.placeholder);
      if (picture === null) continue;
      this.#renderer.setPicture("placeholders", this.#placeholderSlots.take(row), picture);
    }
    return false;
  }

  /**
   * Fetches pictures that are missing or too small, and ends the fetching of others.
   *
   * @param rows those that are in view, the most wanted first
   * @param pixels longest side of a thumbnail in device pixels
   */
  want(rows: readonly number[], pixels: number): void {
    const level = LEVELS.find((each) => each >= pixels * 0.8) ?? LEVELS[2];
    const wanted = new Set(rows);
    for (const [row, controller] of this.#fetching) {
      if (wanted.has(row)) continue;
      controller.abort();
      this.#fetching.delete(row);
    }
    for (const row of rows) {
      if (this.#fetching.size >= AT_ONCE) return;
      const has = this.#photoSlots.has(row) ? (this.#loaded.get(row)?.level ?? 0) : 0;
      if (has >= level || this.#fetching.has(row) || this.#failed.has(row)) continue;
      const photo = this.#photos.find(row);
      if (photo !== undefined) void this.#fetch(row, photo, level);
    }
  }

  /** Lets what has failed be tried again. */
  forgive(): void {
    this.#failed.clear();
  }

  dispose(): void {
    for (const controller of this.#fetching.values()) controller.abort();
  }

  async #fetch(row: number, photo: MapPhoto, level: number): Promise<void> {
    const controller = new AbortController();
    this.#fetching.set(row, controller);
    try {
      const picture = await this.#load(photo, level, controller.signal);
      const since = this.#loaded.get(row)?.since ?? performance.now();
      const isNew = !this.#photoSlots.has(row);
      this.#renderer.setPicture("photos", this.#photoSlots.take(row), picture);
      this.#loaded.set(row, { level, since: isNew ? performance.now() : since });
    } catch {
      // A map with a picture less is still a map; the photo itself tells why, when it is opened.
      if (!controller.signal.aborted) this.#failed.add(row);
    } finally {
      if (this.#fetching.get(row) === controller) this.#fetching.delete(row);
    }
    if (!controller.signal.aborted) this.#onChange();
  }

  async #load(photo: MapPhoto, level: number, signal: AbortSignal): Promise<ImageBitmap> {
    const { width, height, image } = photo;
    const { imageSizes } = this.#gallery.manifest;
    const [smallest = 0] = availableSizes(width, height, imageSizes);
    const response = await fetch(this.#gallery.imageUrl(image, smallest), { signal });
    if (!response.ok) throw new Error(`${response.url} was answered with ${response.status}.`);
    const blob = await response.blob();
    signal.throwIfAborted();
    const share = Math.min(1, level / Math.max(width, height));
    const picture = await createImageBitmap(blob, {
      resizeWidth: Math.max(1, Math.round(width * share)),
      resizeHeight: Math.max(1, Math.round(height * share)),
      resizeQuality: "medium",
    });
    if (!signal.aborted) return picture;
    picture.close();
    throw signal.reason;
  }
}
