import type { MouseEvent, ReactNode } from "react";
import type { SimilarPhoto } from "../format/card.js";
import { availableSizes } from "../format/manifest.js";
import type { Gallery } from "../gallery.js";
import { moreOfGroup, wordText } from "./labels.js";
import type { SimilarGridOptions } from "./similar-grid.js";
import { SimilarPicture } from "./similar-picture.js";

export interface SimilarTileProps extends Omit<SimilarGridOptions, "renderImage"> {
  photo: SimilarPhoto;
  gallery: Gallery;
  /** The picture; by default the photo's own image. */
  children?: ReactNode;
}

/** One similar photo: a button if there is only something to do, else a link, by default to its largest image. */
export function SimilarTile(props: SimilarTileProps) {
  const { photo, gallery, onSelect, hrefFor } = props;
  const content = <TileContent {...props} />;
  if (onSelect !== undefined && hrefFor === undefined) {
    return (
      <button
        type="button"
        className="akin-similar-tile"
        onClick={(event) => onSelect(photo, event.currentTarget)}
      >
        {content}
      </button>
    );
  }
  const select = (event: MouseEvent<HTMLAnchorElement>) => {
    if (onSelect === undefined || opensElsewhere(event)) return;
    event.preventDefault();
    onSelect(photo, event.currentTarget);
  };
  const sizes = availableSizes(photo.width, photo.height, gallery.manifest.imageSizes);
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

function TileContent({ photo, gallery, sizes, onExpand, children }: SimilarTileProps) {
  const name = photo.title ?? photo.path.slice(photo.path.lastIndexOf("/") + 1);
  return (
    <>
      {children ?? <SimilarPicture photo={photo} gallery={gallery} sizes={sizes} name={name} />}
      <span className="akin-similar-caption">
        {/* The image's alternative text says the name already. */}
        <span className="akin-similar-name" aria-hidden="true">
          {name}
        </span>
        {photo.word !== null && <span className="akin-similar-word">{wordText(photo.word)}</span>}
        {photo.reasons.length > 0 && (
          <span className="akin-similar-reasons">
            {photo.reasons.map((reason) => (
              <span key={reason} className="akin-similar-reason">
                {reason}
              </span>
            ))}
          </span>
        )}
      </span>
      {photo.group !== null && onExpand === undefined && (
        <span className="akin-similar-more" title={moreOfGroup(photo.group)}>
          +{photo.group.count - 1}
        </span>
      )}
    </>
  );
}
