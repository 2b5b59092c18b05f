import { useRef, useState } from "react";
import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import { strings } from "../strings.js";
import styles from "./keys-dialog.module.css";
import { hasLetterKeys, setLetterKeys, useShortcut } from "./shortcuts.js";

const ID = "keys-dialog";

export function openKeysDialog(): void {
  const dialog = document.getElementById(ID);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

/** All keys, and a switch for those of a single letter. */
export function KeysDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [letters, setLetters] = useState(hasLetterKeys);
  useShortcut("?", openKeysDialog);
  const close = () => dialog.current?.close();
  const choose = (on: boolean) => {
    setLetterKeys(on);
    setLetters(on);
  };
  return (
    <dialog
      ref={dialog}
      id={ID}
      className={styles.dialog}
      aria-labelledby="keys-title"
      // A click beside it is one on the dialog itself.
      onClick={({ target }) => target === dialog.current && close()}
      // Escape is meant for the dialog alone.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={styles.content}>
        <div className={styles.head}>
          <h2 id="keys-title" className={styles.title}>
            {strings.keys.title}
          </h2>
          <IconButton label={strings.close} onClick={close}>
            <Icon name="close" />
          </IconButton>
        </div>
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
      </div>
    </dialog>
  );
}
