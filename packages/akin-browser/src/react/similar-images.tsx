import { type ReactNode, useId } from "react";
import type { SimilarPhoto } from "../format/index.js";
import type { GalleryError } from "../gallery-error.js";
import type { GallerySource } from "./gallery-store.js";
import { SimilarTile } from "./similar-tile.js";
import { type SimilarImagesResult, useSimilarImages } from "./use-similar-images.js";

export interface SimilarImagesProps {
  /** The photo's path within the album. */
  imagePath: string;
  /** How many photos at most. Default: 5. */
  limit?: number;
  /** The site's root or an open gallery. Default: the page's own folder. */
  gallery?: GallerySource;
  /** Called when a photo is chosen. */
  onSelect?: (photo: SimilarPhoto) => void;
  /** Makes the tiles links to these addresses; `onSelect` then takes plain clicks. */
  hrefFor?: (photo: SimilarPhoto) => string;
  /** Default: "Similar photos". */
  title?: ReactNode;
}

/**
 * The photos most like one, as a small grid, from the gallery's cards alone.
 * Its look is in `akin-browser/react/similar-images.css`.
 */
export function SimilarImages({
  imagePath,
  limit = 5,
  gallery,
  onSelect,
  hrefFor,
  title = "Similar photos",
}: SimilarImagesProps) {
  const heading = useId();
  const result = useSimilarImages(imagePath, { limit, gallery });
  return (
    <section
      className="akin-similar"
      aria-labelledby={heading}
      aria-busy={result.status === "loading"}
    >
      <h3 className="akin-similar-title" id={heading}>
        {title}
      </h3>
      <Result result={result} limit={limit} onSelect={onSelect} hrefFor={hrefFor} />
    </section>
  );
}

interface ResultProps {
  result: SimilarImagesResult;
  limit: number;
  onSelect: SimilarImagesProps["onSelect"] | undefined;
  hrefFor: SimilarImagesProps["hrefFor"] | undefined;
}

function Result({ result, limit, onSelect, hrefFor }: ResultProps) {
  switch (result.status) {
    case "loading":
      return <Skeleton tiles={limit} />;
    case "empty":
      return <p className="akin-similar-note">No similar photos found.</p>;
    case "error":
      return <Failed error={result.error} retry={result.retry} />;
    case "ready":
      return (
        <ul className="akin-similar-grid">
          {result.photos.map((photo) => (
            <li key={photo.id}>
              <SimilarTile
                photo={photo}
                gallery={result.gallery}
                onSelect={onSelect}
                hrefFor={hrefFor}
              />
            </li>
          ))}
        </ul>
      );
  }
}

function Skeleton({ tiles }: { tiles: number }) {
  return (
    <div className="akin-similar-grid" role="status" aria-label="Loading similar photos">
      {Array.from({ length: tiles }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the tiles are all alike
        <div key={index} className="akin-similar-tile akin-similar-skeleton" />
      ))}
    </div>
  );
}

function Failed({ error, retry }: { error: GalleryError; retry: () => void }) {
  return (
    <div className="akin-similar-note" role="alert">
      <p>Similar photos could not be loaded. {error.message}</p>
      <button type="button" className="akin-similar-retry" onClick={retry}>
        Try again
      </button>
    </div>
  );
}
