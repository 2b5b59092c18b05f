import { useState } from "react";
import { recall, remember } from "../remember.js";
import { strings } from "../strings.js";
import styles from "./likeness-switch.module.css";

/** What photos are alike by. */
export type Likeness = "subject" | "look";

const KEY = "likeness";

/** The visitor's choice, which stays for other photos and visits. */
export function useLikeness(): [Likeness, (likeness: Likeness) => void] {
  const [likeness, setLikeness] = useState<Likeness>(recall(KEY) === "look" ? "look" : "subject");
  const choose = (next: Likeness) => {
    remember(KEY, next);
    setLikeness(next);
  };
  return [likeness, choose];
}

interface LikenessSwitchProps {
  likeness: Likeness;
  onChoose: (likeness: Likeness) => void;
}

export function LikenessSwitch({ likeness, onChoose }: LikenessSwitchProps) {
  return (
    <fieldset className={styles.choices} aria-label={strings.similarBy}>
      {(["subject", "look"] as const).map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={choice === likeness}
          onClick={() => onChoose(choice)}
        >
          {strings.likeness[choice]}
        </button>
      ))}
    </fieldset>
  );
}
