import type { AlbumFolder } from "akin-browser";
import { summaryOfSimilar } from "../album/photo-summary.js";
import { PageLink } from "../navigation/page-link.js";
import { Picture } from "../picture/picture.js";
import { describeFolder } from "./describe-folder.js";
import styles from "./folder-tile.module.css";

interface FolderTileProps {
  folder: AlbumFolder;
  /** Whether the Tab key stops here: at one tile only, the arrow keys go on from it. */
  tabStop: boolean;
}

/** An album's cover, name, count and years. */
export function FolderTile({ folder, tabStop }: FolderTileProps) {
  const { cover, name, path } = folder;
  // The cover fills a square of at most 320 px by its shorter side.
  const shown = Math.ceil((320 * Math.max(cover.width, cover.height)) / cover.height);
  return (
    <li className={styles.item}>
      <PageLink
        page={{ view: "photos", filter: { folder: path } }}
        className={styles.tile}
        tabIndex={tabStop ? 0 : -1}
      >
        <span className={styles.cover}>
          <Picture photo={summaryOfSimilar(cover)} sizes={`${shown}px`} alt="" />
        </span>
        <span className={styles.name} title={name}>
          {name}
        </span>
        <span className={styles.detail}>{describeFolder(folder)}</span>
      </PageLink>
    </li>
  );
}
