import type { PhotoFilter } from "akin-browser";
import { useEffect, useRef } from "react";
import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import { strings } from "../strings.js";
import { describePhotoCount } from "../text/measures.js";
import spoken from "../text/spoken.module.css";
import type { FilterProps } from "./chips.js";
import { conditionsOf, without } from "./conditions.js";
import { DateSection } from "./date-section.js";
import { FacetSection } from "./facet-section.js";
import styles from "./filter-dialog.module.css";
import { FolderSection } from "./folder-section.js";
import { PlaceSection } from "./place-section.js";
import { usePhotoCount } from "./use-photo-count.js";

interface FilterDialogProps extends FilterProps {
  onClose: () => void;
}

/** All that photos can be filtered by, beside the photos; on a phone a sheet from below. */
export default function FilterDialog({ filter, onChange, onClose }: FilterDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const count = usePhotoCount(filter);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  const section = { filter, onChange };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="filters-title"
      onClose={onClose}
      // A click beside it is one on the dialog itself.
      onClick={({ target }) => target === dialog.current && close()}
      // Escape is meant for the dialog alone.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={styles.content}>
        <div className={styles.top}>
          <h2 id="filters-title" className={styles.title}>
            {strings.search.filters}
          </h2>
          <IconButton label={strings.close} onClick={close}>
            <Icon name="close" />
          </IconButton>
        </div>
        <div className={styles.sections}>
          {count === 0 && <p className={styles.none}>{strings.search.noneTogether}</p>}
          <DateSection {...section} />
          <PlaceSection {...section} />
          <FacetSection kind="tag" {...section} />
          <FacetSection kind="autotag" {...section} />
          <FacetSection kind="colour" {...section} />
          <FacetSection kind="orientation" {...section} />
          <FacetSection kind="camera" {...section} />
          <FacetSection kind="lens" {...section} />
          <FolderSection {...section} />
        </div>
        <p role="status" className={spoken.spoken}>
          {count !== undefined && describePhotoCount(count)}
        </p>
        <div className={styles.bottom}>
          <button
            type="button"
            className={styles.clear}
            disabled={conditionsOf(without(filter, ["text"])).length === 0}
            onClick={() => onChange(onlyText(filter))}
          >
            {strings.search.clearAll}
          </button>
          <button type="button" className={styles.show} onClick={close}>
            {count === undefined
              ? strings.search.show
              : strings.search.showPhotos(describePhotoCount(count))}
          </button>
        </div>
      </div>
    </dialog>
  );
}

/** The words are in the search box, not here. */
function onlyText({ text }: PhotoFilter): PhotoFilter {
  return text === undefined ? {} : { text };
}
