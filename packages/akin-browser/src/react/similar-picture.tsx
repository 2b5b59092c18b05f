import type { SimilarPhoto } from "../format/card.js";
import { availableSizes } from "../format/manifest.js";
import type { Gallery } from "../gallery.js";

interface SimilarPictureProps {
  photo: SimilarPhoto;
  gallery: Gallery;
  sizes: string | undefined;
  /** The alternative text. */
  name: string;
}

export function SimilarPicture({ photo, gallery, sizes, name }: SimilarPictureProps) {
  const published = availableSizes(photo.width, photo.height, gallery.manifest.imageSizes);
  return (
    <img
      className="akin-similar-image"
      loading="lazy"
      decoding="async"
      sizes={sizes ?? defaultSizes(photo)}
      srcSet={gallery.srcSet(photo)}
      src={gallery.imageUrl(photo.image, published[0] ?? 0)}
      width={photo.width}
      height={photo.height}
      alt={name}
    />
  );
}

/**
 * The widest that a tile gets in a window, whatever room the component has in it (see the columns in the styles).
 * No `auto`: of lazy images without a layout yet, as after a change of photo, Chromium then fetches the largest file.
 */
function defaultSizes({ width, height }: SimilarPhoto): string {
  // A square tile shows the middle of a wide photo, which is drawn wider than the tile. Panoramas need not be sharp.
  const wider = Math.min(2, Math.max(1, width / height)).toFixed(2);
  return [
    `(max-width: 480px) calc(${wider} * 50vw)`,
    `(max-width: 768px) calc(${wider} * max(240px, 33vw))`,
    `calc(${wider} * max(256px, 20vw))`,
  ].join(", ");
}
