import { PageLink } from "../navigation/page-link.js";
import { strings } from "../strings.js";
import styles from "./album-title.module.css";

interface AlbumTitleProps {
  folder: string;
  /** How many photos it has; empty as long as that isn't known. */
  count: string;
}

/** The name of an album below the way to it. */
export function AlbumTitle({ folder, count }: AlbumTitleProps) {
  const names = folder.split("/");
  const parents = names.slice(0, -1).map((name, at) => ({
    name,
    path: names.slice(0, at + 1).join("/"),
  }));
  return (
    <div>
      <nav aria-label={strings.search.wayTo}>
        <ol className={styles.way}>
          <li>
            <PageLink page={{ view: "albums" }}>{strings.pages.albums}</PageLink>
          </li>
          {parents.map(({ name, path }) => (
            <li key={path}>
              <PageLink page={{ view: "photos", filter: { folder: path } }}>{name}</PageLink>
            </li>
          ))}
        </ol>
      </nav>
      <h2 className={styles.title}>
        {names.at(-1)} <span className={styles.count}>{count}</span>
      </h2>
    </div>
  );
}
