import { useAlbum } from "../album/album-context.js";
import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import { photoExamples } from "../navigation/example.js";
import { navigation } from "../navigation/navigation.js";
import type { Page } from "../navigation/route.js";
import { useShortcut } from "../settings/shortcuts.js";
import { strings } from "../strings.js";
import spoken from "../text/spoken.module.css";
import { likeThese, unlikeThese } from "./like-these.js";
import { MOST_SELECTED, selection, useSelected } from "./selection.js";
import styles from "./selection-bar.module.css";
import { ShareLink } from "./share-link.js";
import { useSelectGestures } from "./use-select-gestures.js";

interface SelectionBarProps {
  page: Page;
  isPhotoOpen: boolean;
}

/** What can be done with the photos that are picked; there as long as there are any. */
export function SelectionBar({ page, isPhotoOpen }: SelectionBarProps) {
  const { vectors } = useAlbum().manifest;
  const ids = useSelected();
  // Without vectors there is no question to ask of several photos.
  useSelectGestures(vectors !== null && !isPhotoOpen);
  useShortcut("Escape", ids.length > 0 && !isPhotoOpen ? () => selection.clear() : undefined);
  const examples = photoExamples(ids);
  const ask = (next: Page) => {
    navigation.go(next);
    selection.clear();
  };
  const says = ids.length === MOST_SELECTED ? strings.selection.most : strings.selection.count;
  return (
    <>
      <p className={spoken.spoken} role="status">
        {ids.length > 0 && says(ids.length)}
      </p>
      {ids.length > 0 && (
        <section className={styles.bar} aria-label={strings.selection.label}>
          <p className={styles.count} aria-hidden="true">
            {says(ids.length)}
          </p>
          <button
            type="button"
            className={styles.action}
            onClick={() => ask(likeThese(page, examples))}
          >
            {strings.selection.like(ids.length)}
          </button>
          {page.view === "alike" && (
            <button
              type="button"
              className={styles.action}
              onClick={() => ask(unlikeThese(page, examples))}
            >
              {strings.selection.unlike(ids.length)}
            </button>
          )}
          <ShareLink page={likeThese(page, examples)} />
          <IconButton label={strings.selection.clear} onClick={() => selection.clear()}>
            <Icon name="close" />
          </IconButton>
        </section>
      )}
    </>
  );
}
