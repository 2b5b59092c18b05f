import { useState } from "react";
import { Notice } from "../frame/notice.js";
import { recall, remember } from "../remember.js";
import { strings } from "../strings.js";
import styles from "./albums-page.module.css";
import { AlbumsSkeleton } from "./albums-skeleton.js";
import { FolderGrid } from "./folder-grid.js";
import { outermostFolders } from "./folder-tree.js";
import { OrderSwitch } from "./order-switch.js";
import { type FolderOrder, sortFolders } from "./sort-folders.js";
import { useFolders } from "./use-folders.js";
import { useKeptScroll } from "./use-kept-scroll.js";

const ORDER = "akin-albums-order";

/** The folders of photos. */
export default function AlbumsPage() {
  const answer = useFolders();
  const [order, setOrder] = useState<FolderOrder>(recall(ORDER) === "newest" ? "newest" : "name");
  useKeptScroll("albums", answer.status === "ready");
  if (answer.status === "loading") return <AlbumsSkeleton />;
  if (answer.status === "failed") {
    return (
      <main>
        <Notice title={strings.albums.failed} onRetry={answer.retry} />
      </main>
    );
  }
  const folders = sortFolders(outermostFolders(answer.value), order);
  if (folders.length === 0) {
    return (
      <main>
        <Notice title={strings.albums.none}>{strings.albums.noneHint}</Notice>
      </main>
    );
  }
  const choose = (next: FolderOrder) => {
    remember(ORDER, next);
    setOrder(next);
  };
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <h2 className={styles.title}>{strings.pages.albums}</h2>
        <OrderSwitch order={order} onChoose={choose} />
      </div>
      <FolderGrid folders={folders} label={strings.pages.albums} />
    </main>
  );
}
