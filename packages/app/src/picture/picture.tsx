import { useAlbum } from "../album/album-context.js";
import type { PhotoSummary } from "../album/photo-summary.js";
import styles from "./picture.module.css";
import { placeholderImage } from "./placeholder-image.js";
import { showIfCached, showWhenLoaded } from "./show-when-loaded.js";

interface PictureProps {
  photo: PhotoSummary;
  /** As of `img`, the displayed width: the browser takes the smallest file that is sharp. */
  sizes: string;
  alt: string;
}

/** A photo's thumbnail that fills its box, over a placeholder in the photo's own colours. */
export function Picture({ photo, sizes, alt }: PictureProps) {
  const { gallery } = useAlbum();
  return (
    <span
      className={styles.picture}
      style={{ backgroundImage: placeholderImage(photo.placeholder) }}
    >
      <img
        className={styles.image}
        srcSet={gallery.srcSet(photo)}
        sizes={sizes}
        alt={alt}
        decoding="async"
        ref={showIfCached}
        onLoad={showWhenLoaded}
      />
    </span>
  );
}
