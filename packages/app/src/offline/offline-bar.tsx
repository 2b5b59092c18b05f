import { useSyncExternalStore } from "react";
import { strings } from "../strings.js";
import styles from "./offline-bar.module.css";

/** Says that there is no network, and what is there all the same. */
export function OfflineBar() {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return <div role="status">{!isOnline && <p className={styles.bar}>{strings.offline}</p>}</div>;
}

function subscribe(listener: () => void): () => void {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}
