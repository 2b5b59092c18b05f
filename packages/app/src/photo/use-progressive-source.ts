import { availableSizes } from "akin-browser/format";
import { useEffect, useState } from "react";
import { useAlbum } from "../album/album-context.js";
import type { PhotoSummary } from "../album/photo-summary.js";
import { decode, isDecoded, neededPixels } from "./decoded.js";
import { imageLevels } from "./image-levels.js";

/** Enough of a neighbour to show at once when one goes on to it. */
const AHEAD = 800;

interface ProgressiveSource {
  /** The sharpest image that is there, decoded. */
  source: string | undefined;
  failed: boolean;
  retry: () => void;
}

/**
 * Loads a photo's images from coarse to sharp, and never shows one that isn't decoded.
 *
 * @param scale how far the photo is enlarged; null for one that only lies ready
 */
export function useProgressiveSource(photo: PhotoSummary, scale: number | null): ProgressiveSource {
  const { gallery } = useAlbum();
  const { imageSizes } = gallery.manifest;
  const sizes = availableSizes(photo.width, photo.height, imageSizes);
  const urls = sizes.map((size) => gallery.imageUrl(photo.image, size));
  const [shown, setShown] = useState(() => indexAtHand(photo.id, urls));
  const [failed, setFailed] = useState(false);

  const needed = scale === null ? AHEAD : neededPixels(photo) * scale;
  const wanted = imageLevels(sizes, needed, sizes[shown] ?? 0)[0];
  const next = wanted === undefined ? -1 : sizes.indexOf(wanted);
  const url = urls[next];
  useEffect(() => {
    if (url === undefined || failed) return;
    let left = false;
    decode(url).then(
      () => left || setShown(next),
      () => left || setFailed(true),
    );
    return () => {
      left = true;
    };
  }, [url, next, failed]);
  return { source: urls[shown], failed, retry: () => setFailed(false) };
}

/** The sharpest image that is at hand: one that was shown before, or that the photo's tile in the grid shows. */
function indexAtHand(id: number, urls: readonly string[]): number {
  return Math.max(urls.findLastIndex(isDecoded), indexOfTile(id, urls));
}

/** Which size the photo's tile in the grid shows: it is in the cache. */
function indexOfTile(id: number, urls: readonly string[]): number {
  const tile = document.querySelector(`[data-tile="${id}"] img`);
  if (!(tile instanceof HTMLImageElement) || tile.naturalWidth === 0) return -1;
  return urls.findIndex((url) => new URL(url, location.href).href === tile.currentSrc);
}
