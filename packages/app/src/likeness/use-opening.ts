import type { LikenessMap } from "akin-browser";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useAlbum } from "../album/album-context.js";
import { useProvideList } from "../album/use-provide-list.js";
import { navigation } from "../navigation/navigation.js";
import { MapList } from "./map-list.js";
import type { MapPhotos } from "./map-photos.js";
import { summaryOfMapPhoto } from "./summary-of-map-photo.js";

/** Milliseconds after which nothing moves any more. */
const SETTLED = 600;

interface Opening {
  /** The photo that was opened last and hasn't quite been left. */
  opened: number | null;
  /** @param from the element that has the photo's picture; by default the one at its place on the map */
  open(row: number, from?: Element): void;
}

/** Opens photos from the map, and brings the focus back when they are closed. */
export function useOpening(map: LikenessMap, photos: MapPhotos, isPhotoOpen: boolean): Opening {
  const album = useAlbum();
  const [opened, setOpened] = useState<number | null>(null);
  const [list, setList] = useState<MapList | null>(null);
  const focused = useRef<Element | null>(null);
  useProvideList(list);

  const open = async (row: number, from?: Element) => {
    await photos.want([row]);
    const photo = photos.find(row);
    if (photo === undefined) return;
    album.remember(summaryOfMapPhoto(photo));
    focused.current = document.activeElement;
    flushSync(() => {
      setOpened(from === undefined ? row : null);
      setList(new MapList(map, photos, row));
    });
    navigation.openPhoto(photo.id, from ?? document.querySelector(`[data-tile="${photo.id}"]`));
  };

  useEffect(() => {
    if (isPhotoOpen) return;
    if (focused.current instanceof HTMLElement) focused.current.focus({ preventScroll: true });
    focused.current = null;
    const timer = setTimeout(() => setOpened(null), SETTLED);
    return () => clearTimeout(timer);
  }, [isPhotoOpen]);

  return { opened, open: (row, from) => void open(row, from) };
}
