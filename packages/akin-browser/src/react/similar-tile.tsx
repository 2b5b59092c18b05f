import type { MouseEvent } from "react";
import { availableSizes, type SimilarPhoto, type SimilarWord } from "../format/index.js";
import type { Gallery } from "../gallery.js";

export interface SimilarTileProps {
  photo: SimilarPhoto;
  gallery: Gallery;
  onSelect?: ((photo: SimilarPhoto) => void) | undefined;
  hrefFor?: ((photo: SimilarPhoto) => string) | undefined;
}

const WORDS: Record<SimilarWord, string> = {
  "same-shot": "same shot",
  "very-similar": "very similar",
  related: "related",
};

/** One similar photo: a button if there is only something to do, else a link, by default to its largest image. */
export function SimilarTile({ photo, gallery, onSelect, hrefFor }: SimilarTileProps) {
  const sizes = availableSizes(photo.width, photo.height, gallery.manifest.imageSizes);
  const content = <TileContent photo={photo} gallery={gallery} smallest={sizes[0] ?? 0} />;
  if (onSelect !== undefined && hrefFor === undefined) {
    return (
      <button type="button" className="akin-similar-tile" onClick={() => onSelect(photo)}>
        {content}
      </button>
    );
  }
  const select = (event: MouseEvent) => {
    if (onSelect === undefined || opensElsewhere(event)) return;
    event.preventDefault();
    onSelect(photo);
  };
  const href = hrefFor?.(photo) ?? gallery.imageUrl(photo.image, sizes.at(-1) ?? 0);
  return (
    <a className="akin-similar-tile" href={href} onClick={select}>
      {content}
    </a>
  );
}

/** The visitor asks for a new tab or window, or to save. */
function opensElsewhere(event: MouseEvent): boolean {
  return event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
}

interface TileContentProps {
  photo: SimilarPhoto;
  gallery: Gallery;
  smallest: number;
}

function TileContent({ photo, gallery, smallest }: TileContentProps) {
  const name = photo.title ?? photo.path.slice(photo.path.lastIndexOf("/") + 1);
  return (
    <>
      <img
        className="akin-similar-image"
        loading="lazy"
        decoding="async"
        sizes="auto, (max-width: 480px) 50vw, (max-width: 768px) 33vw, 20vw"
        srcSet={gallery.srcSet(photo)}
        src={gallery.imageUrl(photo.image, smallest)}
        width={photo.width}
        height={photo.height}
        alt={name}
      />
      <span className="akin-similar-caption">
        {/* The image's alternative text says the name already. */}
        <span className="akin-similar-name" aria-hidden="true">
          {name}
        </span>
        {photo.word !== null && <span className="akin-similar-word">{WORDS[photo.word]}</span>}
      </span>
    </>
  );
}
