import { strings } from "../strings.js";
import { describeBytes } from "../text/measures.js";
import styles from "./loading-note.module.css";

/** That photos are looked for by what they show, and how much of their vectors has come. */
export function LookingNote({ loaded, total }: { loaded: number; total: number }) {
  const { looking, lookingAt } = strings.search;
  const isLoading = loaded < total;
  return (
    <p className={styles.note}>
      {isLoading ? lookingAt(describeBytes(loaded), describeBytes(total)) : looking}
      {isLoading && (
        <progress className={styles.bar} value={loaded} max={total} aria-hidden="true" />
      )}
    </p>
  );
}
