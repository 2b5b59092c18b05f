import { strings } from "../strings.js";
import { FolderGrid } from "./folder-grid.js";
import { foldersIn } from "./folder-tree.js";
import { sortFolders } from "./sort-folders.js";
import styles from "./sub-albums.module.css";
import { useFolders } from "./use-folders.js";

/**
 * The albums in an album, above its photos; nothing where there are none.
 * @param folder the album's path
 */
export function SubAlbums({ folder }: { folder: string }) {
  const answer = useFolders();
  // Without them the photos below are still all there.
  if (answer.status !== "ready") return null;
  const folders = sortFolders(foldersIn(answer.value, folder), "name");
  if (folders.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="sub-albums">
      <h2 id="sub-albums" className={styles.title}>
        {strings.albums.inThis}
      </h2>
      <FolderGrid folders={folders} label={strings.albums.inThis} />
    </section>
  );
}
