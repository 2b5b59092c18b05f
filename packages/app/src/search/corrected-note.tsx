import { strings } from "../strings.js";
import styles from "./text-button.module.css";

interface CorrectedNoteProps {
  typed: string;
  corrected: string;
  onExact: () => void;
}

/** That another text was searched for, and a way to the one that was typed. */
export function CorrectedNote({ typed, corrected, onExact }: CorrectedNoteProps) {
  return (
    <p>
      {strings.search.correctedTo} <strong>{corrected}</strong>.{" "}
      <button type="button" className={styles.button} onClick={onExact}>
        {strings.search.insteadOf(typed)}
      </button>
    </p>
  );
}
