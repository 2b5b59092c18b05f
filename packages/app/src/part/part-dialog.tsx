import { type RefObject, useEffect, useId, useRef } from "react";
import { useAlbum } from "../album/album-context.js";
import type { PhotoSummary } from "../album/photo-summary.js";
import { navigation } from "../navigation/navigation.js";
import { strings } from "../strings.js";
import styles from "./part-dialog.module.css";
import { PartFrame } from "./part-frame.js";
import { usePart } from "./use-part.js";
import { visiblePart } from "./visible-part.js";

interface PartDialogProps {
  photo: PhotoSummary;
  /** What the photo is on the screen in: what is to be seen of it is meant before anything is chosen. */
  stage: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** Lets one choose a part of a photo, and goes to the photos that are like it. */
export default function PartDialog({ photo, stage, onClose }: PartDialogProps) {
  const { gallery } = useAlbum();
  const dialog = useRef<HTMLDialogElement>(null);
  const [titleId, hintId] = [useId(), useId()];
  const chosen = usePart(() => visiblePart(stage.current));
  useEffect(() => dialog.current?.showModal(), []);
  const { id, width, height } = photo;
  const search = () => {
    const plus = [{ kind: "part", id, part: chosen.part } as const];
    navigation.go({ view: "alike", plus, minus: [], by: "subject", filter: {} });
  };
  const hasTouch = matchMedia("(pointer: coarse)").matches;
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      aria-describedby={hintId}
      onClose={onClose}
      // The keys of the photo below rest meanwhile; Escape is the dialog's own.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={styles.content}>
        <header className={styles.head}>
          <h2 id={titleId} className={styles.title}>
            {strings.part.title}
          </h2>
          <p id={hintId} className={styles.hint}>
            {hasTouch ? strings.part.hintTouch : strings.part.hint}
          </p>
        </header>
        <div className={styles.space}>
          <div
            className={styles.photo}
            style={{
              aspectRatio: `${width} / ${height}`,
              width: `min(100cqw, ${(100 * width) / height}cqh)`,
            }}
          >
            <img
              className={styles.image}
              srcSet={gallery.srcSet(photo)}
              sizes="100vw"
              alt=""
              draggable={false}
            />
            <PartFrame chosen={chosen} onEnter={search} />
          </div>
        </div>
        <footer className={styles.foot}>
          <p className={styles.hint}>{strings.dropped.promise}</p>
          <button type="button" className={styles.action} onClick={() => dialog.current?.close()}>
            {strings.part.cancel}
          </button>
          <button type="button" className={`${styles.action} ${styles.search}`} onClick={search}>
            {strings.part.search}
          </button>
        </footer>
      </div>
    </dialog>
  );
}
