import { strings } from "../strings.js";
import styles from "./skip-link.module.css";

/** For the keyboard: past the bar, to what the page is about. Seen only while it has the focus. */
export function SkipLink() {
  const skip = () => {
    const main = document.querySelector("main");
    main?.setAttribute("tabindex", "-1");
    main?.focus({ preventScroll: true });
  };
  return (
    <button type="button" className={styles.skip} onClick={skip}>
      {strings.skip}
    </button>
  );
}
