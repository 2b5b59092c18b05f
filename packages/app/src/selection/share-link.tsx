import { useEffect, useState } from "react";
import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import { hrefOf, type Page } from "../navigation/route.js";
import { strings } from "../strings.js";
import styles from "./selection-bar.module.css";

const TOLD_MS = 4000;

/** Copies a page's address; where the browser doesn't let us, shows it to be copied by hand. */
export function ShareLink({ page }: { page: Page }) {
  const [state, setState] = useState<"copied" | "shown" | null>(null);
  const address = new URL(hrefOf(page), location.href).href;

  useEffect(() => {
    if (state !== "copied") return;
    const timer = setTimeout(() => setState(null), TOLD_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setState("copied");
    } catch {
      // Refused, or a page without HTTPS, where there is no clipboard.
      setState("shown");
    }
  };
  return (
    <>
      <IconButton label={strings.selection.share} onClick={() => void copy()}>
        <Icon name="link" />
      </IconButton>
      {state === "shown" && (
        <input
          className={styles.address}
          aria-label={strings.selection.address}
          readOnly
          value={address}
          onFocus={({ target }) => target.select()}
        />
      )}
      <span role="status" className={styles.told}>
        {state === "copied" && strings.selection.copied}
      </span>
    </>
  );
}
