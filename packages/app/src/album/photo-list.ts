import type { Listeners } from "../listeners.js";
import type { PhotoSummary } from "./photo-summary.js";

/** Photos that follow each other: what arrow keys, swipes and the slideshow go through. */
export interface PhotoList {
  /** Told when more of the list is known. */
  readonly listeners: Listeners;
  /** Whether a photo is known to be in the list. */
  has(id: number): boolean;
  /** The photos before and after one; undefined at an end, and as long as they aren't known. */
  neighbours(id: number): { previous: PhotoSummary | undefined; next: PhotoSummary | undefined };
  /**
   * Fetches what is needed to know the neighbours of a photo, and those after them.
   *
   * @param takenAt when the photo was taken; undefined as long as it isn't known
   */
  approach(id: number, takenAt: string | null | undefined): Promise<void>;
}
