import type { PointerEvent } from "react";
import { Icon } from "../icons/icon.js";
import { strings } from "../strings.js";
import { describeNumber } from "../text/measures.js";
import type { BoxOption } from "./box-options.js";
import { ColourDot } from "./colour-dot.js";
import { describeValue } from "./describe-condition.js";
import { KIND_ICONS } from "./kind-icons.js";
import styles from "./option-list.module.css";
import { recentSearches } from "./recent-searches.js";

interface OptionListProps {
  id: string;
  options: readonly BoxOption[];
  /** The one that Enter takes; -1 for none. */
  active: number;
  onChoose: (option: BoxOption) => void;
}

export const optionId = (list: string, at: number) => `${list}-${at}`;

/** What the search box offers, below it. The focus stays in the box. */
export function OptionList({ id, options, active, onChoose }: OptionListProps) {
  const keepFocus = (event: PointerEvent) => event.preventDefault();
  return (
    <div
      id={id}
      role="listbox"
      className={styles.list}
      aria-label={strings.search.suggestions}
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={keepFocus}
    >
      {options.map((option, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the keys
        <div
          key={keyOf(option)}
          id={optionId(id, at)}
          role="option"
          aria-selected={at === active}
          className={styles.option}
          onClick={() => onChoose(option)}
        >
          <Option option={option} />
        </div>
      ))}
    </div>
  );
}

function Option({ option }: { option: BoxOption }) {
  if (option.kind === "clear") {
    return <span className={styles.clear}>{strings.search.clearRecent}</span>;
  }
  if (option.kind === "recent") {
    const { text } = option;
    return (
      <>
        <Icon name="recent" />
        <span className={styles.label}>{text}</span>
        {/* By keyboard it is the Delete key. */}
        <span
          className={styles.remove}
          title={strings.search.removeRecent}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            recentSearches.remove(text);
          }}
        >
          <Icon name="close" />
        </span>
      </>
    );
  }
  const { kind, value, photos } = option.suggestion;
  const isWord = kind === "word";
  return (
    <>
      {kind === "colour" ? (
        <ColourDot colour={value} />
      ) : (
        <Icon name={KIND_ICONS[isWord ? "text" : kind]} />
      )}
      <span className={styles.label}>
        {isWord ? value : describeValue(kind, value)}
        {!isWord && <span className={styles.kind}> {strings.search.kinds[kind]}</span>}
      </span>
      <span className={styles.count}>{describeNumber(photos)}</span>
    </>
  );
}

function keyOf(option: BoxOption): string {
  if (option.kind === "clear") return "clear";
  if (option.kind === "recent") return `recent ${option.text}`;
  return `${option.suggestion.kind} ${option.suggestion.value}`;
}
