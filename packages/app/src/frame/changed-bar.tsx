import { useSyncExternalStore } from "react";
import { useAlbum } from "../album/album-context.js";
import { newerSite } from "../offline/newer-site.js";
import { strings } from "../strings.js";
import styles from "./changed-bar.module.css";

/** Offers to load the album as it is now, once something of before is missing, or what is shown was kept from before. */
export function ChangedBar() {
  const { changed } = useAlbum();
  const isChanged = useSyncExternalStore(changed.listeners.subscribe, changed.get);
  const isNewer = useSyncExternalStore(newerSite.listeners.subscribe, newerSite.get);
  if (!isChanged && !isNewer) return null;
  return (
    <div className={styles.bar} role="status">
      <p>{strings.changed}</p>
      <button type="button" className={styles.action} onClick={() => location.reload()}>
        {strings.reload}
      </button>
    </div>
  );
}
