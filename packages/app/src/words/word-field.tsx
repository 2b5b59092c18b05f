import { useId } from "react";
import { Icon } from "../icons/icon.js";
import { strings } from "../strings.js";
import { useWordField } from "./use-word-field.js";
import styles from "./word-field.module.css";
import { WordOptions, wordOptionId } from "./word-options.js";

interface WordFieldProps {
  onWord: (text: string, sign: "plus" | "minus") => void;
}

/** Adds words to the examples, with what the gallery's vocabulary completes them to: a combobox. */
export default function WordField({ onWord }: WordFieldProps) {
  const [listId, noteId] = [useId(), useId()];
  const field = useWordField(onWord);
  const { options, active } = field;
  const isOpen = options.length > 0;
  return (
    <div className={styles.words}>
      <div className={styles.field}>
        <Icon name="plus" />
        <input
          className={styles.input}
          role="combobox"
          type="text"
          value={field.typed}
          placeholder={strings.words.add}
          aria-label={strings.words.label}
          aria-describedby={noteId}
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={active < 0 ? undefined : wordOptionId(listId, active)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="done"
          onFocus={field.want}
          onBlur={field.leave}
          onChange={({ target }) => field.type(target.value)}
          onKeyDown={field.onKeyDown}
        />
      </div>
      {isOpen && (
        <WordOptions id={listId} options={options} active={active} onChoose={field.choose} />
      )}
      <p id={noteId} className={styles.note} role="status">
        {field.note}
      </p>
    </div>
  );
}
