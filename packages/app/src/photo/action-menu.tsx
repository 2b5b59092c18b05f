import { useRef, useState } from "react";
import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import { strings } from "../strings.js";
import styles from "./action-menu.module.css";
import type { PhotoAction } from "./photo-actions.js";
import { useLeaving } from "./use-leaving.js";

/** What has no room in the bar. */
export function ActionMenu({ actions }: { actions: readonly PhotoAction[] }) {
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    menu.current?.querySelector<HTMLElement>("[aria-expanded]")?.focus();
  };
  useLeaving(menu, isOpen, () => setOpen(false), close);
  const isWideOnly = actions.every(({ place }) => place === "wide");
  return (
    <div ref={menu} className={`${styles.menu} ${isWideOnly ? styles.narrowOnly : ""}`}>
      <IconButton
        className={styles.button}
        label={strings.actions.more}
        expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="more" />
      </IconButton>
      {isOpen && (
        <ul className={styles.list}>
          {actions.map((action) => (
            <li key={action.icon} className={action.place === "wide" ? styles.narrowOnly : ""}>
              <MenuItem action={action} onDone={close} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function MenuItem({ action, onDone }: { action: PhotoAction; onDone: () => void }) {
  const { icon, label, run, href, fileName } = action;
  const content = (
    <>
      <Icon name={icon} />
      {label}
    </>
  );
  if (run === undefined) {
    return (
      <a className={styles.item} href={href} download={fileName} onClick={onDone}>
        {content}
      </a>
    );
  }
  const choose = () => {
    onDone();
    run();
  };
  return (
    <button type="button" className={styles.item} onClick={choose}>
      {content}
    </button>
  );
}
