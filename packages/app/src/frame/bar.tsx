import { useAlbum } from "../album/album-context.js";
import { describePhotoCount } from "../text/measures.js";
import { ThemeSwitch } from "../theme/theme-switch.js";
import styles from "./bar.module.css";
import { useBarHidden } from "./use-bar-hidden.js";

/** The title and the theme; out of the way while one scrolls down. */
export function Bar() {
  const { title, photos } = useAlbum().manifest;
  useBarHidden();
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.count}>{photos > 0 && describePhotoCount(photos)}</p>
      <ThemeSwitch />
    </header>
  );
}
