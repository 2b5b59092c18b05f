import { createContext, use } from "react";
import type { Album } from "./album.js";

export const AlbumContext = createContext<Album | null>(null);

/** The open album. */
export function useAlbum(): Album {
  const album = use(AlbumContext);
  if (album === null) throw new Error("useAlbum needs an AlbumContext above it.");
  return album;
}
