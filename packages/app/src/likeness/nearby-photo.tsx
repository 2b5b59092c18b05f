import type { MapPhoto } from "akin-browser";
import type { MouseEvent } from "react";
import { isPlainClick } from "../navigation/is-plain-click.js";
import { photoHref } from "../navigation/photo-href.js";
import { Picture } from "../picture/picture.js";
import styles from "./nearby-list.module.css";
import { summaryOfMapPhoto } from "./summary-of-map-photo.js";

interface NearbyPhotoProps {
  photo: MapPhoto;
  /** Told when the photo is pointed at or has the focus, and when no longer. */
  onPoint: (isPointedAt: boolean) => void;
  onOpen: (from: Element) => void;
}

export function NearbyPhoto({ photo, onPoint, onOpen }: NearbyPhotoProps) {
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onOpen(event.currentTarget);
  };
  return (
    <li>
      <a
        className={styles.photo}
        href={photoHref(photo.id)}
        data-tile={photo.id}
        onClick={open}
        onPointerEnter={() => onPoint(true)}
        onPointerLeave={() => onPoint(false)}
        onFocus={() => onPoint(true)}
        onBlur={() => onPoint(false)}
      >
        <Picture photo={summaryOfMapPhoto(photo)} sizes="96px" alt={photo.label} />
      </a>
    </li>
  );
}
