import type { PhotoMedia } from "akin-browser/format";
import { Icon } from "../icons/icon.js";
import styles from "./media-badge.module.css";

/** Marks the picture of a video or an animation, for the eyes; `photoName` has the words. */
export function MediaBadge({ media }: { media: PhotoMedia | undefined }) {
  if (media === undefined || media === "photo") return null;
  return (
    <span className={styles.badge} aria-hidden="true">
      <Icon name={media === "video" ? "play" : "animation"} />
    </span>
  );
}
