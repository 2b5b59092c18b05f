import { useEffect, useSyncExternalStore } from "react";
import { useAlbum } from "../album/album-context.js";
import type { Page } from "../navigation/route.js";
import { describeFilter } from "../search/describe-condition.js";
import { strings } from "../strings.js";

/** The page's title names the photo or the page, so that history and bookmarks do too. */
export function usePageTitle(page: Page, photo: number | null): void {
  const album = useAlbum();
  const { title } = album.manifest;
  const label = useSyncExternalStore(album.cards.listeners.subscribe, () =>
    photo === null ? undefined : album.find(photo)?.label,
  );
  const name = label ?? nameOf(page);
  useEffect(() => {
    document.title = name === undefined ? title : `${name} · ${title}`;
  }, [name, title]);
}

function nameOf(page: Page): string | undefined {
  if (page.view === "unknown") return undefined;
  if (page.view === "alike") return strings.alike.title;
  if (page.view !== "photos") return strings.pages[page.view];
  return describeFilter(page.filter) || undefined;
}
