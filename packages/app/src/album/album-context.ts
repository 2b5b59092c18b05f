import { createContext, use, useSyncExternalStore } from "react";
import type { Album } from "./album.js";

export const AlbumContext = createContext<Album | null>(null);

/** The open album. */
export function useAlbum(): Album {
  const album = use(AlbumContext);
  if (album === null) throw new Error("useAlbum needs an AlbumContext above it.");
  return album;
}

/** Renders again whenever a grid block comes or fails; the number changes each time. */
export function useBlocksVersion(): number {
  const { listeners } = useAlbum().blocks;
  return useSyncExternalStore(listeners.subscribe, listeners.version);
}
