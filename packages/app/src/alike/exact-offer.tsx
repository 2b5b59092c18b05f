import type { Gallery } from "akin-browser";
import { strings } from "../strings.js";
import { describeBytes } from "../text/measures.js";
import { isSketchy } from "./ask.js";
import styles from "./exact-offer.module.css";
import { type ExactState, exactVectors } from "./exact-vectors.js";

/** Of a large gallery: says that photos were found by a sketch of each, and what it costs to be exact. */
export function ExactOffer({ gallery, state }: { gallery: Gallery; state: ExactState }) {
  const vectors = exactVectors(gallery);
  if (state.status === "loading") {
    const { loadedBytes, totalBytes } = state;
    const says = strings.alike.loading(describeBytes(loadedBytes), describeBytes(totalBytes));
    return (
      <div className={styles.offer}>
        <label className={styles.progress}>
          {says}
          <progress value={loadedBytes} max={totalBytes} />
        </label>
        <button type="button" className={styles.action} onClick={() => vectors.cancel()}>
          {strings.alike.cancel}
        </button>
      </div>
    );
  }
  const cost = gallery.vectorsCost();
  if (!isSketchy(cost)) return null;
  return (
    <div className={styles.offer}>
      <p>{state.status === "failed" ? strings.alike.notLoaded : strings.alike.sketchy}</p>
      <button type="button" className={styles.action} onClick={() => void vectors.load()}>
        {strings.alike.beExact(describeBytes(cost.bytes))}
      </button>
    </div>
  );
}
