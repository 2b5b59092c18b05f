import type { SeedActionsProps } from "../alike/seed.js";
import { Icon } from "../icons/icon.js";
import { strings } from "../strings.js";
import { useVocabulary } from "./use-vocabulary.js";
import styles from "./word-chip.module.css";

interface WordChipProps extends SeedActionsProps {
  text: string;
}

/** Words as an example. */
export function WordChip({ text, seedKey, sign, onRemove, onFlip }: WordChipProps) {
  const { value: vocabulary } = useVocabulary(true);
  const isUnknown = vocabulary === null || vocabulary?.knows(text) === false;
  const flip = strings.alike.flip[sign](text);
  return (
    <li className={styles.word} data-seed={seedKey} data-sign={sign}>
      <div className={styles.chip}>
        <button
          type="button"
          className={styles.button}
          data-flip=""
          aria-label={flip}
          title={flip}
          onClick={() => onFlip(text)}
        >
          <Icon name={sign} />
        </button>
        <span className={styles.text}>{text}</span>
        <button
          type="button"
          className={styles.button}
          data-remove=""
          aria-label={strings.alike.remove(text)}
          title={strings.alike.remove(text)}
          onClick={() => onRemove(text)}
        >
          <Icon name="close" />
        </button>
      </div>
      {isUnknown && <p className={styles.note}>{strings.words.unknown}</p>}
    </li>
  );
}
