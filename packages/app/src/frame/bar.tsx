import { useAlbum } from "../album/album-context.js";
import { PageLink } from "../navigation/page-link.js";
import type { Page } from "../navigation/route.js";
import { SearchBox } from "../search/search-box.js";
import { describePhotoCount } from "../text/measures.js";
import { ThemeSwitch } from "../theme/theme-switch.js";
import styles from "./bar.module.css";
import { Menu } from "./menu.js";
import { PageLinks } from "./page-links.js";
import { useBarHidden } from "./use-bar-hidden.js";

/** The title, the search box, the pages and the theme; out of the way while one scrolls down. */
export function Bar({ page }: { page: Page }) {
  const { title, photos } = useAlbum().manifest;
  useBarHidden();
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>
        <PageLink page={{ view: "photos", filter: {} }} title={describePhotoCount(photos)}>
          {title}
        </PageLink>
      </h1>
      <div className={styles.search}>{photos > 0 && <SearchBox page={page} />}</div>
      <PageLinks page={page} />
      <ThemeSwitch />
      <Menu />
    </header>
  );
}
