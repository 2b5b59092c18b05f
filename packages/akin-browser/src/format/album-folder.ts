import type { DrawablePhoto } from "./card.js";

/** A folder of photos, as `data/albums/` lists them; photos in folders below it count as its own. */
export interface AlbumFolder {
  /** Within the gallery, separated by `/`. */
  path: string;
  /** The last part of the path. */
  name: string;
  photos: number;
  /** When its oldest and its newest photo were taken; null where no photo has a date. */
  from: string | null;
  to: string | null;
  /** The newest photo that suits a tile: of landscape shape, and of a burst or duplicates the one to keep. */
  cover: DrawablePhoto;
}
