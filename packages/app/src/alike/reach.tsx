import { useId } from "react";
import { strings } from "../strings.js";
import { describePhotoCount } from "../text/measures.js";
import spoken from "../text/spoken.module.css";
import styles from "./reach.module.css";

interface ReachProps {
  shown: number;
  most: number;
  onChange: (shown: number) => void;
}

/** The handle for closer or wider: how far down the answer is shown. */
export function Reach({ shown, most, onChange }: ReachProps) {
  const id = useId();
  return (
    <div className={styles.reach}>
      <label className={spoken.spoken} htmlFor={id}>
        {strings.alike.reach}
      </label>
      <div className={styles.scale}>
        <span aria-hidden="true">{strings.alike.closer}</span>
        <input
          id={id}
          type="range"
          min={1}
          max={most}
          value={shown}
          aria-valuetext={describePhotoCount(shown)}
          onChange={({ target }) => onChange(target.valueAsNumber)}
        />
        <span aria-hidden="true">{strings.alike.wider}</span>
      </div>
    </div>
  );
}
