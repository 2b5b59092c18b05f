import { strings } from "../strings.js";
import styles from "./word-field.module.css";

interface WordOptionsProps {
  id: string;
  options: readonly string[];
  /** The one that Enter takes; -1 for none. */
  active: number;
  onChoose: (option: string) => void;
}

export const wordOptionId = (list: string, at: number) => `${list}-${at}`;

/** What a word that is being typed could become. The focus stays in the field. */
export function WordOptions({ id, options, active, onChoose }: WordOptionsProps) {
  return (
    <div
      id={id}
      role="listbox"
      className={styles.list}
      aria-label={strings.words.suggestions}
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={(event) => event.preventDefault()}
    >
      {options.map((option, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the keys
        <div
          key={option}
          id={wordOptionId(id, at)}
          role="option"
          aria-selected={at === active}
          className={styles.option}
          onClick={() => onChoose(option)}
        >
          {option}
        </div>
      ))}
    </div>
  );
}
