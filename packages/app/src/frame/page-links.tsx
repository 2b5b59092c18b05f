import { useAlbum } from "../album/album-context.js";
import { Icon } from "../icons/icon.js";
import { PageLink } from "../navigation/page-link.js";
import type { Page } from "../navigation/route.js";
import { strings } from "../strings.js";
import { linkedPages } from "./linked-pages.js";
import styles from "./page-links.module.css";

/** The pages of the gallery; on a phone at the bottom edge. */
export function PageLinks({ page }: { page: Page }) {
  const pages = linkedPages(useAlbum().manifest);
  if (pages.length < 2) return null;
  return (
    <nav className={styles.links} aria-label={strings.pagesLabel}>
      {pages.map((each) => (
        <PageLink
          key={each.view}
          page={each}
          className={styles.link}
          aria-current={each.view === page.view ? "page" : undefined}
        >
          <Icon name={each.view} />
          <span>{strings.pages[each.view]}</span>
        </PageLink>
      ))}
    </nav>
  );
}
