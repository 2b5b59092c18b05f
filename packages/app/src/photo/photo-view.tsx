import { useEffect, useRef } from "react";
import { useAlbum } from "../album/album-context.js";
import { useCard } from "../album/use-card.js";
import { Details } from "../details/details.js";
import { UnknownPhoto } from "../frame/unknown-photo.js";
import { navigation } from "../navigation/navigation.js";
import { strings } from "../strings.js";
import styles from "./photo-view.module.css";
import { Stage } from "./stage.js";
import { Toolbar } from "./toolbar.js";
import { useDetailsPanel } from "./use-details-panel.js";
import { useNeighbours } from "./use-neighbours.js";
import { usePhotoKeys } from "./use-photo-keys.js";
import { useStillPage } from "./use-still-page.js";

/** One photo over the grid, with all that is known of it and the photos like it. */
export function PhotoView({ id }: { id: number }) {
  const view = useRef<HTMLDivElement>(null);
  const state = useCard(id);
  const photo = useAlbum().find(id);
  const { previous, next } = useNeighbours(id, state);
  const panel = useDetailsPanel(view);
  useStillPage();
  usePhotoKeys({
    onClose: () => navigation.closePhoto(),
    onPrevious: previous && (() => navigation.replacePhoto(previous.id)),
    onNext: next && (() => navigation.replacePhoto(next.id)),
    onDetails: panel.toggle,
  });
  // The link that led here is gone with the panel it was in.
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each photo anew
  useEffect(() => {
    if (!view.current?.contains(document.activeElement)) view.current?.focus();
    view.current?.scrollTo({ top: 0, behavior: "instant" });
  }, [id]);

  const label = photo?.label ?? strings.photoView;
  return (
    <div
      ref={view}
      className={styles.view}
      role="dialog"
      aria-modal="true"
      aria-label={label}
      tabIndex={-1}
      data-details={panel.isOpen}
    >
      <h2 className={styles.spoken} aria-live="polite">
        {label}
      </h2>
      <Toolbar panel={state.status === "missing" ? null : panel} />
      {state.status === "missing" ? (
        <UnknownPhoto />
      ) : (
        <>
          <Stage photo={photo} previous={previous} next={next} />
          <Details key={id} state={state} />
        </>
      )}
    </div>
  );
}
