import styles from "./waiting-rows.module.css";

/** The shape of rows of photos that are on their way, in the height there is. */
export function WaitingRows() {
  return <div className={styles.rows} />;
}
