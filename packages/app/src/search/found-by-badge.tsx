import type { FoundBy as By } from "akin-browser/words";
import { createContext, use } from "react";
import type { PhotoSummary } from "../album/photo-summary.js";
import { Icon } from "../icons/icon.js";
import { strings } from "../strings.js";
import styles from "./found-by-badge.module.css";

/** By what the photos of a search were found. */
export const FoundBy = createContext<ReadonlyMap<number, By> | null>(null);

/** By what a photo was found, on its tile. */
export function FoundByBadge({ photo }: { photo: PhotoSummary }) {
  const by = use(FoundBy)?.get(photo.id) ?? "words";
  return (
    <span className={styles.badge}>
      <Icon name={by === "words" ? "words" : "shows"} />
      {strings.search.foundBy[by]}
    </span>
  );
}
