import { useEffect } from "react";
import { useAlbum } from "./album-context.js";
import type { PhotoList } from "./photo-list.js";

/** Lets the open photo go through a page's own list. @param list the same object as long as the list is the same */
export function useProvideList(list: PhotoList | null): void {
  const { lists } = useAlbum();
  useEffect(() => (list === null ? undefined : lists.provide(list)), [lists, list]);
}
