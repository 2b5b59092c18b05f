import { useEffect, useRef, useSyncExternalStore } from "react";
import { useAlbum } from "../album/album-context.js";
import { useCard } from "../album/use-card.js";
import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import { navigation } from "../navigation/navigation.js";
import { Picture } from "../picture/picture.js";
import { strings } from "../strings.js";
import type { TrailStep } from "./store-trail.js";
import { trail } from "./trail.js";
import styles from "./trail-strip.module.css";

/** The photos that one has been at: a way back to each of them. */
export default function TrailStrip() {
  const steps = useSyncExternalStore(trail.listeners.subscribe, trail.steps);
  const current = useSyncExternalStore(trail.listeners.subscribe, trail.current);
  return (
    <nav className={styles.trail} aria-label={strings.trail.title}>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.key}>
            <Step step={step} isCurrent={step.key === current} />
          </li>
        ))}
      </ol>
      <IconButton className={styles.clear} label={strings.trail.clear} onClick={() => clear()}>
        <Icon name="close" />
      </IconButton>
    </nav>
  );
}

function Step({ step, isCurrent }: { step: TrailStep; isCurrent: boolean }) {
  const album = useAlbum();
  const button = useRef<HTMLButtonElement>(null);
  // After a reload only the card tells how to draw it.
  useCard(step.photo);
  const photo = album.find(step.photo);
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [isCurrent]);
  return (
    <button
      ref={button}
      type="button"
      className={styles.step}
      aria-current={isCurrent ? "step" : undefined}
      aria-label={photo?.label ?? strings.photoView}
      title={photo?.label}
      onClick={() => isCurrent || navigation.goToStep(step)}
    >
      {photo && <Picture photo={photo} sizes="32px" alt="" />}
    </button>
  );
}

/** The button is gone then; the view has the keys. */
function clear(): void {
  const view = document.querySelector<HTMLElement>("[role=dialog][aria-modal]");
  trail.clear();
  view?.focus();
}
