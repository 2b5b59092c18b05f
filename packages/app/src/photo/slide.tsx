import type { PhotoSummary } from "../album/photo-summary.js";
import { Notice } from "../frame/notice.js";
import { placeholderImage } from "../picture/placeholder-image.js";
import { strings } from "../strings.js";
import { photoName } from "../text/photo-name.js";
import styles from "./slide.module.css";
import { useProgressiveSource } from "./use-progressive-source.js";

/** `leaving`: below the current one, which fades in over it. */
export type SlidePlace = "previous" | "current" | "next" | "leaving";

interface SlideProps {
  photo: PhotoSummary;
  place: SlidePlace;
  /** How far the photo is enlarged; null for one that only lies ready. */
  scale: number | null;
}

/** One photo as large as fits. Its neighbours lie ready beside it, so that a swipe shows them. */
export function Slide({ photo, place, scale }: SlideProps) {
  const isCurrent = place === "current";
  const { source, failed, retry } = useProgressiveSource(photo, scale);
  const { width, height } = photo;
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
          <img className={styles.image} src={source} alt={photoName(photo)} draggable={false} />
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
