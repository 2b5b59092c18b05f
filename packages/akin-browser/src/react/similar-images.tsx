import { type ReactNode, useId } from "react";
import type { GalleryError } from "../gallery-error.js";
import type { GallerySource } from "./gallery-store.js";
import { SimilarGrid, type SimilarGridOptions } from "./similar-grid.js";
import { type SimilarImagesResult, useSimilarImages } from "./use-similar-images.js";

export interface SimilarImagesProps extends SimilarGridOptions {
  /** The photo's path within the album. */
  imagePath: string;
  /** How many photos at most. Default: 5. */
  limit?: number;
  /** Alike by what is shown, or by colours and layout. Default: "subject". */
  by?: "subject" | "look";
  /** The site's root or an open gallery. Default: the page's own folder. */
  gallery?: GallerySource;
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
  by = "subject",
  gallery,
  title = "Similar photos",
  ...options
}: SimilarImagesProps) {
  const heading = useId();
  const result = useSimilarImages(imagePath, { limit, by, gallery });
  return (
    <section
      className="akin-similar"
      aria-labelledby={heading}
      aria-busy={result.status === "loading"}
    >
      <h3 className="akin-similar-title" id={heading}>
        {title}
      </h3>
      <Result result={result} limit={limit} options={options} />
    </section>
  );
}

interface ResultProps {
  result: SimilarImagesResult;
  limit: number;
  options: SimilarGridOptions;
}

function Result({ result, limit, options }: ResultProps) {
  switch (result.status) {
    case "loading":
      return <Skeleton tiles={limit} />;
    case "empty":
      return <p className="akin-similar-note">Nothing is really similar.</p>;
    case "error":
      return <Failed error={result.error} retry={result.retry} />;
    case "ready":
      return <SimilarGrid photos={result.photos} gallery={result.gallery} {...options} />;
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
  const isChanged = error.code === "CHANGED";
  return (
    <div className="akin-similar-note" role="alert">
      <p>Similar photos could not be loaded. {error.message}</p>
      <button
        type="button"
        className="akin-similar-retry"
        onClick={isChanged ? () => location.reload() : retry}
      >
        {isChanged ? "Reload" : "Try again"}
      </button>
    </div>
  );
}
