import type { AlbumFolder } from "../format/album-folder.js";
import { GalleryError } from "../gallery-error.js";
import { isRecord } from "./is-record.js";

/** @throws GalleryError `DAMAGED` */
export function parseAlbums(value: unknown, url: string): AlbumFolder[] {
  if (!Array.isArray(value) || !value.every(isAlbumFolder)) {
    throw new GalleryError("DAMAGED", `${url} is not a list of albums.`);
  }
  return value;
}

function isAlbumFolder(value: unknown): value is AlbumFolder {
  return (
    isRecord(value) &&
    typeof value.path === "string" &&
    typeof value.name === "string" &&
    typeof value.photos === "number" &&
    isRecord(value.cover) &&
    typeof value.cover.id === "number" &&
    typeof value.cover.image === "string"
  );
}
