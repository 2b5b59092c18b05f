import { useEffect, useSyncExternalStore } from "react";
import { useAlbum } from "../album/album-context.js";
import type { Route } from "../navigation/route.js";

/** The page's title names the photo, so that history and bookmarks do too. */
export function usePageTitle(route: Route): void {
  const album = useAlbum();
  const { title } = album.manifest;
  const photo = useSyncExternalStore(album.cards.listeners.subscribe, () =>
    route.view === "photo" ? album.find(route.id)?.label : undefined,
  );
  useEffect(() => {
    document.title = photo === undefined ? title : `${photo} · ${title}`;
  }, [photo, title]);
}
