import { lazy, Suspense, useRef, useState } from "react";
import { useAlbum } from "../album/album-context.js";
import { PageBoundary } from "../frame/page-boundary.js";
import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import { useLeaving } from "../photo/use-leaving.js";
import { strings } from "../strings.js";
import styles from "./image-question.module.css";
import { pictureModel } from "./picture-model.js";

const PicturePanel = lazy(() => import("./picture-panel.js"));

/** Opens the ways to ask by a picture of one's own; nothing where that can't be. */
export function ImageQuestion() {
  const { manifest } = useAlbum();
  const element = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    element.current?.querySelector("button")?.focus();
  };
  useLeaving(element, isOpen, () => setOpen(false), close);
  if (pictureModel(manifest) === null) return null;
  return (
    <div ref={element} className={styles.question}>
      <IconButton label={strings.dropped.choose} expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name="camera" />
      </IconButton>
      {isOpen && (
        <PageBoundary>
          <Suspense>
            <PicturePanel onDone={close} />
          </Suspense>
        </PageBoundary>
      )}
    </div>
  );
}
