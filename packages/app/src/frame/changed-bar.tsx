import { useSyncExternalStore } from "react";
import { useAlbum } from "../album/album-context.js";
import { strings } from "../strings.js";
import styles from "./changed-bar.module.css";

/** Offers to load the album as it is now, once something of before is missing. */
export function ChangedBar() {
  const { changed } = useAlbum();
  const isChanged = useSyncExternalStore(changed.listeners.subscribe, changed.get);
  if (!isChanged) return null;
  return (
    <div className={styles.bar} role="status">
      <p>{strings.changed}</p>
      <button type="button" className={styles.action} onClick={() => location.reload()}>
        {strings.reload}
      </button>
    </div>
  );
}
