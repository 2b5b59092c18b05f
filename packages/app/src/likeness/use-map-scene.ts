import type { LikenessMap } from "akin-browser";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useAlbum } from "../album/album-context.js";
import { cameraOfAt } from "./camera.js";
import type { MapPhotos } from "./map-photos.js";
import { MapScene } from "./map-scene.js";

/** The map in an element, once that is in the page. @param at where one looks at first */
export function useMapScene(
  ref: RefObject<HTMLElement | null>,
  map: LikenessMap,
  photos: MapPhotos,
  at: string | null,
): MapScene | null {
  const { gallery } = useAlbum();
  const [scene, setScene] = useState<MapScene | null>(null);
  const start = useRef(at);
  start.current = at;

  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)");
    const camera = cameraOfAt(start.current);
    const made = new MapScene(element, {
      map,
      photos,
      gallery,
      camera,
      calm: () => calm.matches,
    });
    setScene(made);
    const stop = onAppearance(element, () => made.refresh());
    return () => {
      stop();
      made.dispose();
      setScene(null);
    };
  }, [ref, map, photos, gallery]);

  return scene;
}

/** Tells when an element has another size, or the page other colours. */
function onAppearance(element: HTMLElement, refresh: () => void): () => void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const sizes = new ResizeObserver(refresh);
  const themes = new MutationObserver(refresh);
  sizes.observe(element);
  themes.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  dark.addEventListener("change", refresh);
  return () => {
    sizes.disconnect();
    themes.disconnect();
    dark.removeEventListener("change", refresh);
  };
}
