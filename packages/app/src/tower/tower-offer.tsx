import { useEffect, useState, useSyncExternalStore } from "react";
import { useAlbum } from "../album/album-context.js";
import styles from "../alike/exact-offer.module.css";
import { strings } from "../strings.js";
import { describeBytes } from "../text/measures.js";
import { type Tower, towerOf } from "./tower.js";

interface TowerOfferProps {
  /** Searches again, when it is there. */
  onThere: () => void;
}

/** Words that the gallery's vocabulary lacks can be searched for by meaning once the model's text part is loaded. */
export default function TowerOffer({ onThere }: TowerOfferProps) {
  const { gallery } = useAlbum();
  const [tower] = useState(() => towerOf(gallery, "text"));
  return tower && <Offer tower={tower} onThere={onThere} />;
}

function Offer({ tower, onThere }: TowerOfferProps & { tower: Tower }) {
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
        {failure ? (failure.isOffline ? words.offline : words.failed) : words.explains}
      </p>
      <button type="button" className={styles.action} onClick={() => void tower.load()}>
        {failure ? strings.tryAgain : words.load(describeBytes(tower.bytes))}
      </button>
    </div>
  );
}
