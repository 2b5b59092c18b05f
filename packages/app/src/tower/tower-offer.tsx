import { useEffect, useState, useSyncExternalStore } from "react";
import { useAlbum } from "../album/album-context.js";
import styles from "../alike/exact-offer.module.css";
import { strings } from "../strings.js";
import { describeBytes } from "../text/measures.js";
import type { TowerKind } from "./messages.js";
import { type Tower, towerOf } from "./tower.js";

interface TowerOfferProps {
  kind: TowerKind;
  /** Searches again, when it is there. */
  onThere: () => void;
}

/**
 * What can be asked once a part of the gallery's model is loaded: words that the vocabulary lacks, by meaning; pictures of
 * one's own, and parts of photos.
 */
export default function TowerOffer({ kind, onThere }: TowerOfferProps) {
  const { gallery } = useAlbum();
  const [tower] = useState(() => towerOf(gallery, kind));
  return tower && <Offer kind={kind} tower={tower} onThere={onThere} />;
}

function Offer({ kind, tower, onThere }: TowerOfferProps & { tower: Tower }) {
  const state = useSyncExternalStore(tower.listeners.subscribe, tower.state);
  const [wasThere] = useState(state.status === "there");
  const isThere = state.status === "there";
  useEffect(() => {
    if (isThere && !wasThere) onThere();
  }, [isThere, wasThere, onThere]);
  const words = strings.tower;
  if (isThere) return null;
  if (state.status === "loading" || state.status === "opening") {
    const isOpening = state.status === "opening";
    const totalBytes = tower.bytes;
    const loadedBytes = state.status === "loading" ? state.loadedBytes : totalBytes;
    return (
      <div className={styles.offer}>
        <label className={styles.progress}>
          {isOpening
            ? words.opening
            : words.loading(describeBytes(loadedBytes), describeBytes(totalBytes))}
          <progress value={loadedBytes} max={totalBytes} />
        </label>
        <button type="button" className={styles.action} onClick={tower.cancel}>
          {words.cancel}
        </button>
      </div>
    );
  }
  const failure = state.status === "failed" ? state : null;
  return (
    <div className={styles.offer}>
      <p role={failure ? "status" : undefined}>
        {failure ? (failure.isOffline ? words.offline : words.failed) : words[kind].explains}
      </p>
      <button type="button" className={styles.action} onClick={() => void tower.load()}>
        {failure ? strings.tryAgain : words[kind].load(describeBytes(tower.bytes))}
      </button>
    </div>
  );
}
