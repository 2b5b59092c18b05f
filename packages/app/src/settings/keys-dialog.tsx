import { useState } from "react";
import { strings } from "../strings.js";
import { Dialog, openDialog } from "./dialog.js";
import styles from "./keys-dialog.module.css";
import { hasLetterKeys, setLetterKeys, useShortcut } from "./shortcuts.js";

const ID = "keys-dialog";

export function openKeysDialog(): void {
  openDialog(ID);
}

/** All keys, and a switch for those of a single letter. */
export function KeysDialog() {
  const [letters, setLetters] = useState(hasLetterKeys);
  useShortcut("?", openKeysDialog);
  const choose = (on: boolean) => {
    setLetterKeys(on);
    setLetters(on);
  };
  return (
    <Dialog id={ID} title={strings.keys.title}>
      <dl className={styles.keys}>
        {strings.shortcuts.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={letters}
          onChange={({ target }) => choose(target.checked)}
        />
        {strings.keys.letters}
      </label>
    </Dialog>
  );
}
