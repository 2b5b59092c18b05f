import { type FocusEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { ImageQuestion } from "../dropped/image-question.js";
import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import type { Page } from "../navigation/route.js";
import { useRoute } from "../navigation/use-navigation.js";
import { useShortcut } from "../settings/shortcuts.js";
import { strings } from "../strings.js";
import { PageFilter } from "./page-filter.js";
import styles from "./search-box.module.css";
import { SearchField } from "./search-field.js";

/** One box for all questions in words; on a phone a button that opens it over the bar. */
export function SearchBox({ page }: { page: Page }) {
  const isPhotoOpen = useRoute().photo !== null;
  const field = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLDivElement>(null);
  const [isExpanded, setExpanded] = useState(false);

  const expand = () => {
    flushSync(() => setExpanded(true));
    field.current?.focus();
    field.current?.select();
  };
  const collapse = () => {
    flushSync(() => setExpanded(false));
    opener.current?.querySelector("button")?.focus();
  };
  /** On a phone the photos are to be seen, and no keyboard. */
  const finish = () => {
    if (isExpanded && opener.current?.offsetParent) collapse();
  };
  useShortcut("/", isPhotoOpen ? undefined : expand);

  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setExpanded(false);
  };
  return (
    <div className={styles.search}>
      <div ref={opener} className={styles.opener}>
        <IconButton label={strings.search.open} onClick={expand}>
          <Icon name="search" />
        </IconButton>
      </div>
      <search className={styles.box} data-expanded={isExpanded} onBlur={onBlur}>
        <div className={styles.back}>
          <IconButton label={strings.search.closeBox} onClick={collapse}>
            <Icon name="previous" />
          </IconButton>
        </div>
        <SearchField page={page} ref={field} onLeave={collapse} onDone={finish} />
      </search>
      <ImageQuestion />
      {page.view === "photos" && <PageFilter filter={page.filter} />}
    </div>
  );
}
