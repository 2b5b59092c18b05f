import type { AlbumFolder } from "akin-browser";
import { locale } from "../text/locale.js";

export type FolderOrder = "name" | "newest";

const NAMES = new Intl.Collator(locale, { numeric: true });

/** By name as people count, or the one with the newest photo first and undated ones last. */
export function sortFolders(folders: readonly AlbumFolder[], order: FolderOrder): AlbumFolder[] {
  const byName = folders.toSorted((a, b) => NAMES.compare(a.name, b.name));
  if (order === "name") return byName;
  const last = ({ to }: AlbumFolder) => to ?? "";
  return byName.sort((a, b) => (last(a) === last(b) ? 0 : last(a) < last(b) ? 1 : -1));
}
