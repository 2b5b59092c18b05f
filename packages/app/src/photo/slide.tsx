import type { PhotoSummary } from "../album/photo-summary.js";
import { Notice } from "../frame/notice.js";
import { placeholderImage } from "../picture/placeholder-image.js";
import { strings } from "../strings.js";
import styles from "./slide.module.css";
import { useProgressiveSource } from "./use-progressive-source.js";

export type SlidePlace = "previous" | "current" | "next";

/** One photo as large as fits. Its neighbours lie ready beside it, so that a swipe shows them. */
export function Slide({ photo, place }: { photo: PhotoSummary; place: SlidePlace }) {
  const isCurrent = place === "current";
  const { source, failed, retry } = useProgressiveSource(photo, isCurrent);
  const { width, height, label } = photo;
  return (
    <div className={`${styles.slide} ${styles[place]}`} aria-hidden={!isCurrent}>
      <div
        className={styles.photo}
        data-open-photo={isCurrent ? "" : undefined}
        style={{
          aspectRatio: `${width} / ${height}`,
          width: `min(100cqw, ${(100 * width) / height}cqh, ${width}px)`,
          backgroundImage: placeholderImage(photo.placeholder),
        }}
      >
        {source !== undefined && (
          <img className={styles.image} src={source} alt={label} draggable={false} />
        )}
      </div>
      {failed && isCurrent && source === undefined && (
        <div className={styles.failed}>
          <Notice title={strings.imageFailed} onRetry={retry} />
        </div>
      )}
    </div>
  );
}
