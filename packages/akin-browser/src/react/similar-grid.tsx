import type { ReactNode } from "react";
import type { SimilarPhoto } from "../format/index.js";
import type { Gallery } from "../gallery.js";
import { moreOfGroup } from "./labels.js";
import { SimilarTile } from "./similar-tile.js";

/** What a page may decide about the tiles. */
export interface SimilarGridOptions {
  /** Called when a photo is chosen, with the tile that stands for it. */
  onSelect?: ((photo: SimilarPhoto, tile: HTMLElement) => void) | undefined;
  /** Makes the tiles links to these addresses; `onSelect` then takes plain clicks. */
  hrefFor?: ((photo: SimilarPhoto) => string) | undefined;
  /** Makes the "+6" on a photo that stands for its burst a button that calls this. */
  onExpand?: ((photo: SimilarPhoto) => void) | undefined;
  /**
   * As of `img`, the width at which photos are drawn; the browser takes the smallest file that is sharp.
   * Default: right for the five, three or two columns, a little generous where the page is wider than the component.
   */
  sizes?: string | undefined;
  /** Draws the photo itself in another way, as over a placeholder; it should fill the tile. */
  renderImage?: ((photo: SimilarPhoto, rank: number) => ReactNode) | undefined;
}

export interface SimilarGridProps extends SimilarGridOptions {
  /** Nearest first, as a card has them. */
  photos: readonly SimilarPhoto[];
  gallery: Gallery;
}

/** Similar photos that are at hand already, each with its word; `<SimilarImages>` without its asking. */
export function SimilarGrid({ photos, gallery, renderImage, ...options }: SimilarGridProps) {
  return (
    <ul className="akin-similar-grid">
      {photos.map((photo, rank) => (
        <li key={photo.id}>
          <SimilarTile photo={photo} gallery={gallery} {...options}>
            {renderImage?.(photo, rank)}
          </SimilarTile>
          {photo.group !== null && options.onExpand !== undefined && (
            <button
              type="button"
              className="akin-similar-more"
              aria-label={moreOfGroup(photo.group)}
              title={moreOfGroup(photo.group)}
              onClick={() => options.onExpand?.(photo)}
            >
              +{photo.group.count - 1}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
