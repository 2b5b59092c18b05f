import { memo } from "react";
import type { PhotoSummary } from "../../album/photo-summary.js";
import { Picture } from "../../picture/picture.js";
import { locale } from "../../text/locale.js";
import styles from "./marker.module.css";

interface MarkerProps {
  name: string;
  photos: number;
  photo: PhotoSummary | undefined;
  left: number;
  top: number;
}

/** The newest photo of a place, and how many there are. For the eye: the list has the same places as links. */
export const Marker = memo(function Marker({ name, photos, photo, left, top }: MarkerProps) {
  const transform = `translate(${left}px, ${top}px)`;
  return (
    <div className={styles.marker} style={{ transform }} data-marker={name}>
      <span className={styles.picture}>
        {photo !== undefined && <Picture photo={photo} sizes={sizesOf(photo)} alt="" />}
      </span>
      {photos > 1 && <span className={styles.count}>{COUNT.format(photos)}</span>}
    </div>
  );
});

/** "1.2K": a marker has no room for more. */
const COUNT = new Intl.NumberFormat(locale, { notation: "compact" });

const SIZE = 48;

/** It fills a square by its shorter side. */
function sizesOf({ width, height }: PhotoSummary): string {
  return `${Math.ceil((SIZE * Math.max(width, height)) / Math.min(width, height))}px`;
}
