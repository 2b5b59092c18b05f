import type { ReactNode } from "react";
import styles from "./photos-main.module.css";

/** What a page of photos is about, with the margins that photos have. */
export function PhotosMain({ children }: { children: ReactNode }) {
  return <main className={styles.margins}>{children}</main>;
}
