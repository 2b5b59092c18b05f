import { availableSizes } from "akin-browser/format";
import { useEffect, useState } from "react";
import { useAlbum } from "../album/album-context.js";
import type { PhotoSummary } from "../album/photo-summary.js";
import { imageLevels } from "./image-levels.js";

/** Enough of a neighbour to show at once when one goes on to it. */
const AHEAD = 800;

interface ProgressiveSource {
  /** The sharpest image that is there, decoded. */
  source: string | undefined;
  failed: boolean;
  retry: () => void;
}

/** Loads a photo's images from coarse to sharp, and never shows one that isn't decoded. */
export function useProgressiveSource(photo: PhotoSummary, isCurrent: boolean): ProgressiveSource {
  const { gallery } = useAlbum();
  const { imageSizes } = gallery.manifest;
  const sizes = availableSizes(photo.width, photo.height, imageSizes);
  const urls = sizes.map((size) => gallery.imageUrl(photo.image, size));
  const [shown, setShown] = useState(() => indexOfTile(photo.id, urls));
  const [failed, setFailed] = useState(false);

  const needed = isCurrent ? neededPixels(photo) : AHEAD;
  const wanted = imageLevels(sizes, needed, sizes[shown] ?? 0)[0];
  const next = wanted === undefined ? -1 : sizes.indexOf(wanted);
  const url = urls[next];
  useEffect(() => {
    if (url === undefined || failed) return;
    const image = new Image();
    let left = false;
    image.src = url;
    image.decode().then(
      () => left || setShown(next),
      () => left || setFailed(true),
    );
    return () => {
      left = true;
    };
  }, [url, next, failed]);
  return { source: urls[shown], failed, retry: () => setFailed(false) };
}

/** Which size the photo's tile in the grid shows: it is in the cache. */
function indexOfTile(id: number, urls: readonly string[]): number {
  const tile = document.querySelector(`[data-tile="${id}"] img`);
  if (!(tile instanceof HTMLImageElement) || tile.naturalWidth === 0) return -1;
  return urls.findIndex((url) => new URL(url, location.href).href === tile.currentSrc);
}

/** The longest side of the photo when it fills the window, in device pixels. */
function neededPixels({ width, height }: PhotoSummary): number {
  const scale = Math.min(innerWidth / width, innerHeight / height, 1);
  return Math.max(width, height) * scale * devicePixelRatio;
}
