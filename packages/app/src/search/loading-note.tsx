import { strings } from "../strings.js";
import { describeBytes } from "../text/measures.js";
import styles from "./loading-note.module.css";
import { useSlowLoading } from "./use-slow-loading.js";

/** How much of the search has been loaded, where that takes long. */
export function LoadingNote() {
  const progress = useSlowLoading();
  if (progress === null) return null;
  const { loadedBytes, totalBytes } = progress;
  return (
    <p className={styles.note}>
      {strings.search.loading(describeBytes(loadedBytes), describeBytes(totalBytes))}
      <progress className={styles.bar} value={loadedBytes} max={totalBytes} aria-hidden="true" />
    </p>
  );
}
