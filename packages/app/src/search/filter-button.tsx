import type { PhotoFilter } from "akin-browser";
import { lazy, Suspense, useRef, useState } from "react";
import { useAlbum } from "../album/album-context.js";
import { PageBoundary } from "../frame/page-boundary.js";
import { Icon } from "../icons/icon.js";
import { strings } from "../strings.js";
import type { FilterProps } from "./chips.js";
import { conditionsOf } from "./conditions.js";
import styles from "./filter-button.module.css";
import { warmSearch } from "./warm-search.js";

const FilterDialog = lazy(() => import("./filter-dialog.js"));

interface FilterButtonProps extends FilterProps {
  /** With its name beside the icon. */
  hasName?: boolean;
}

/** Opens all that photos can be filtered by. */
export function FilterButton({ filter, onChange, hasName = false }: FilterButtonProps) {
  const { gallery } = useAlbum();
  const [isOpen, setOpen] = useState(false);
  const hasChanged = useRef(false);
  const { text: _, ...others } = filter;
  const count = conditionsOf(others).length;
  const open = () => {
    setOpen(true);
    hasChanged.current = false;
    warmSearch(gallery);
  };
  const change = (to: PhotoFilter) => {
    onChange(to, hasChanged.current);
    hasChanged.current = true;
  };
  return (
    <>
      <button
        type="button"
        className={styles.button}
        data-named={hasName}
        aria-label={strings.search.filtersLabel(count)}
        aria-haspopup="dialog"
        title={strings.search.filters}
        onClick={open}
      >
        <Icon name="filter" />
        {hasName && <span>{strings.search.filters}</span>}
        {count > 0 && <span className={styles.count}>{count}</span>}
      </button>
      {isOpen && (
        <PageBoundary>
          <Suspense fallback={null}>
            <FilterDialog filter={filter} onChange={change} onClose={() => setOpen(false)} />
          </Suspense>
        </PageBoundary>
      )}
    </>
  );
}
