import { strings } from "../strings.js";
import styles from "./map-skeleton.module.css";

/** The shape of a map until it is there. */
export function MapSkeleton() {
  return <main className={styles.skeleton} aria-busy="true" aria-label={strings.loadingPage} />;
}
