import { type RefObject, useId } from "react";
import { useAlbum } from "../album/album-context.js";
import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import type { Page } from "../navigation/route.js";
import { strings } from "../strings.js";
import { OptionList, optionId } from "./option-list.js";
import styles from "./search-field.module.css";
import { useSearchField } from "./use-search-field.js";
import { warmSearch } from "./warm-search.js";

interface SearchFieldProps {
  page: Page;
  ref: RefObject<HTMLInputElement | null>;
  /** Escape in an empty field. */
  onLeave: () => void;
  /** What was typed or chosen is searched for. */
  onDone: () => void;
}

/** The text field of the search with what it offers: a combobox. */
export function SearchField({ page, ref, onLeave, onDone }: SearchFieldProps) {
  const { gallery } = useAlbum();
  const listId = useId();
  const field = useSearchField(page, { onLeave, onDone });
  const { typed, options, active } = field;
  const clear = () => {
    field.clear();
    ref.current?.focus();
  };
  return (
    <div className={styles.field}>
      <Icon name="search" />
      <input
        ref={ref}
        className={styles.input}
        role="combobox"
        type="text"
        value={typed}
        placeholder={strings.search.placeholder}
        aria-label={strings.search.label}
        aria-expanded={options.length > 0}
        aria-controls={options.length > 0 ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={active < 0 ? undefined : optionId(listId, active)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        onFocus={() => {
          warmSearch(gallery);
          field.open();
        }}
        onBlur={field.leave}
        onClick={field.open}
        onChange={({ target }) => field.type(target.value)}
        onKeyDown={field.onKeyDown}
      />
      {typed !== "" && (
        <IconButton className={styles.clear} label={strings.search.clear} onClick={clear}>
          <Icon name="close" />
        </IconButton>
      )}
      {options.length > 0 && (
        <OptionList id={listId} options={options} active={active} onChoose={field.choose} />
      )}
    </div>
  );
}
