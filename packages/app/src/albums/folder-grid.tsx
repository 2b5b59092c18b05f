import type { AlbumFolder } from "akin-browser";
import styles from "./folder-grid.module.css";
import { FolderTile } from "./folder-tile.js";
import { useArrowKeys } from "./use-arrow-keys.js";

interface FolderGridProps {
  folders: readonly AlbumFolder[];
  label: string;
}

/** Albums side by side; the arrow keys go from one to the next. */
export function FolderGrid({ folders, label }: FolderGridProps) {
  const { tabStop, handlers } = useArrowKeys();
  const stop = Math.min(tabStop, folders.length - 1);
  return (
    <ul className={styles.grid} aria-label={label} {...handlers}>
      {folders.map((folder, index) => (
        <FolderTile key={folder.path} folder={folder} tabStop={index === stop} />
      ))}
    </ul>
  );
}
