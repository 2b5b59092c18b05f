import type { Gallery } from "../gallery.js";
import { openGallery } from "../open-gallery.js";
import { siteRoot } from "../source/site-root.js";

/** Where a gallery is, or the open gallery itself. Default: the folder of the page. */
export type GallerySource = string | URL | Gallery;

/** `failure` is whatever was thrown; both are null while the gallery is opened. */
export interface GalleryState {
  gallery: Gallery | null;
  failure: unknown;
}

/** The state of one gallery, for `useSyncExternalStore`. */
export interface GalleryStore {
  subscribe(listener: () => void): () => void;
  getState(): GalleryState;
  /** Opens it again after a failure. */
  retry(): void;
}

export const LOADING: GalleryState = { gallery: null, failure: null };

/** For who asks for no gallery. */
const NO_GALLERY: GalleryStore = {
  subscribe: () => () => {},
  getState: () => LOADING,
  retry: () => {},
};

const byRoot = new Map<string, GalleryStore>();
const byGallery = new WeakMap<Gallery, GalleryStore>();

/** One store for all components that ask for the same gallery; it is opened when the first one is on the page. */
export function galleryStore(source?: GallerySource | null): GalleryStore {
  if (source === null) return NO_GALLERY;
  if (typeof source === "object" && !(source instanceof URL)) {
    const store = byGallery.get(source) ?? openStore(source);
    byGallery.set(source, store);
    return store;
  }
  // A server has no page to resolve an address against, and opens nothing.
  const root = typeof document === "undefined" ? "" : siteRoot(source);
  const store = byRoot.get(root) ?? loadingStore(root);
  byRoot.set(root, store);
  return store;
}

function openStore(gallery: Gallery): GalleryStore {
  const state = { gallery, failure: null };
  return { subscribe: () => () => {}, getState: () => state, retry: () => {} };
}

function loadingStore(root: string): GalleryStore {
  const listeners = new Set<() => void>();
  let state: GalleryState | null = null;
  const set = (next: GalleryState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const open = () => {
    set(LOADING);
    openGallery(root).then(
      (gallery) => set({ gallery, failure: null }),
      (failure: unknown) => set({ gallery: null, failure }),
    );
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      if (state === null) open();
      return () => listeners.delete(listener);
    },
    getState: () => state ?? LOADING,
    retry() {
      if (state !== null && state.failure !== null) open();
    },
  };
}
