import { useSyncExternalStore } from "react";
import type { Gallery } from "../gallery.js";
import type { GalleryError } from "../gallery-error.js";
import { type GallerySource, galleryStore, LOADING } from "./gallery-store.js";
import { toldError } from "./told-error.js";

export interface GalleryResult {
  /** Null while it is opened, and after an error. */
  gallery: Gallery | null;
  error: GalleryError | null;
  /** Opens the gallery again after an error. */
  retry: () => void;
}

/**
 * An open gallery, shared by all components that name the same one; it stays open as long as the page.
 *
 * @param source the site's root, relative to the page; default: the page's own folder. Null: none is opened
 */
export function useGallery(source?: GallerySource | null): GalleryResult {
  const { subscribe, getState, retry } = galleryStore(source);
  const { gallery, failure } = useSyncExternalStore(subscribe, getState, () => LOADING);
  return { gallery, error: toldError(failure), retry };
}
