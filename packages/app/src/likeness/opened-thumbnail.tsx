import { Picture } from "../picture/picture.js";
import type { MapPhotos } from "./map-photos.js";
import type { MapScene } from "./map-scene.js";
import styles from "./opened-thumbnail.module.css";
import { boxOf } from "./sprites-of.js";
import { summaryOfMapPhoto } from "./summary-of-map-photo.js";

/** Points are too small for a photo to grow out of. */
const LEAST = 24;

interface OpenedThumbnailProps {
  scene: MapScene;
  photos: MapPhotos;
  row: number;
}

/** The thumbnail that grows into the photo and back: what is on a canvas can't. */
export function OpenedThumbnail({ scene, photos, row }: OpenedThumbnailProps) {
  const photo = photos.find(row);
  if (photo === undefined) return null;
  const { width, height } = boxOf(photo, Math.max(LEAST, scene.thumbnail));
  const place = scene.placeOf(row);
  const [left, top] = [place.left - width / 2, place.top - height / 2];
  return (
    <div
      className={styles.thumbnail}
      style={{ left, top, width, height }}
      data-tile={photo.id}
      aria-hidden="true"
    >
      <Picture photo={summaryOfMapPhoto(photo)} sizes={`${width}px`} alt="" />
    </div>
  );
}
