import { useSyncExternalStore } from "react";
import { Picture } from "../picture/picture.js";
import type { MapPhotos } from "./map-photos.js";
import type { MapScene } from "./map-scene.js";
import styles from "./preview.module.css";
import { boxOf } from "./sprites-of.js";
import { summaryOfMapPhoto } from "./summary-of-map-photo.js";

/** Longest side in CSS pixels. */
const SIZE = 240;

/** Of thumbnails that need no larger picture beside them. */
const LARGE = 90;

/** Between the photo's place and the preview, and around it. */
const GAP = 16;

/** Room for the name below. */
const CAPTION = 28;

interface PreviewProps {
  scene: MapScene;
  photos: MapPhotos;
}

/** The photo that is pointed at, larger, beside its place. Who doesn't see it has the list. */
export function Preview({ scene, photos }: PreviewProps) {
  useSyncExternalStore(scene.pointed.subscribe, scene.pointed.version);
  useSyncExternalStore(photos.listeners.subscribe, photos.listeners.version);
  const row = scene.pointedRow;
  const photo = row === null ? undefined : photos.find(row);
  if (row === null || photo === undefined || scene.thumbnail > LARGE) return null;
  const summary = summaryOfMapPhoto(photo);
  const box = boxOf(photo, SIZE);
  const { width, height } = scene.viewport;
  const place = scene.placeOf(row);
  const away = GAP + scene.thumbnail / 2;
  // Where it hides fewer of those that light up.
  const others = photo.similar.map((other) => scene.placeOf(other).left - place.left);
  const wantsRight = others.filter((other) => other > 0).length <= others.length / 2;
  const [right, left] = [place.left + away, place.left - away - box.width];
  const isRight = wantsRight ? right + box.width + GAP < width : left < GAP;
  const lowest = height - box.height - CAPTION - GAP;
  const top = Math.max(GAP, Math.min(lowest, place.top - box.height / 2));
  return (
    <figure
      key={photo.id}
      className={styles.preview}
      style={{ left: isRight ? right : Math.max(GAP, left), top }}
      aria-hidden="true"
    >
      <div style={box}>
        <Picture photo={summary} sizes={`${SIZE}px`} alt="" />
      </div>
      <figcaption className={styles.caption} style={{ maxWidth: box.width }}>
        {photo.label}
      </figcaption>
    </figure>
  );
}
