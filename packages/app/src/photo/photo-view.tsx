import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useAlbum } from "../album/album-context.js";
import { useCard } from "../album/use-card.js";
import { Details } from "../details/details.js";
import { PageBoundary } from "../frame/page-boundary.js";
import { UnknownPhoto } from "../frame/unknown-photo.js";
import { strings } from "../strings.js";
import spoken from "../text/spoken.module.css";
import { useStageGestures } from "./gestures/use-stage-gestures.js";
import styles from "./photo-view.module.css";
import { Stage } from "./stage.js";
import { Toolbar } from "./toolbar.js";
import { useDetailsPanel } from "./use-details-panel.js";
import { useNeighbours } from "./use-neighbours.js";
import { usePhotoCommands } from "./use-photo-commands.js";
import { useShow } from "./use-show.js";
import { useStillPage } from "./use-still-page.js";
import { useZoom } from "./zoom/use-zoom.js";

const PartDialog = lazy(() => import("../part/part-dialog.js"));
const SlideshowBar = lazy(() => import("../slideshow/slideshow-bar.js"));

/** One photo over the grid, with all that is known of it and the photos like it. */
export function PhotoView({ id }: { id: number }) {
  const view = useRef<HTMLDivElement>(null);
  const track = useRef<HTMLDivElement>(null);
  const state = useCard(id);
  const photo = useAlbum().find(id);
  const beside = useNeighbours(id, state);
  const panel = useDetailsPanel(view);
  const zoom = useZoom(track, photo);
  const show = useShow(view);
  const [isForPart, setForPart] = useState(false);
  const onPart = () => setForPart(true);
  const commands = usePhotoCommands({ id, state, photo, ...beside, panel, zoom, show, onPart });
  const { onPrevious, onNext } = commands;
  useStillPage();
  useStageGestures(track, zoom, commands);
  // The link that led here is gone with the panel it was in.
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each photo anew
  useEffect(() => {
    if (!view.current?.contains(document.activeElement)) view.current?.focus();
    view.current?.scrollTo({ top: 0, behavior: "instant" });
  }, [id]);

  const label = photo?.label ?? strings.photoView;
  const isMissing = state.status === "missing";
  return (
    <div
      ref={view}
      className={styles.view}
      role="dialog"
      aria-modal="true"
      aria-label={label}
      tabIndex={-1}
      data-details={panel.isOpen}
      data-show={show.isOn ? (show.isIdle ? "idle" : "on") : undefined}
    >
      <h2 className={spoken.spoken} aria-live="polite">
        {label}
      </h2>
      <Toolbar
        panel={isMissing || show.isOn ? null : panel}
        actions={isMissing ? [] : commands.actions}
      />
      {isMissing ? (
        <UnknownPhoto />
      ) : (
        <>
          <Stage {...{ track, photo, ...beside, zoom, onPrevious, onNext }} fades={show.isOn} />
          <Details key={id} state={state} onPull={panel.toggle} />
          {isForPart && photo && (
            <PageBoundary>
              <Suspense>
                <PartDialog
                  key={id}
                  photo={photo}
                  stage={track}
                  onClose={() => setForPart(false)}
                />
              </Suspense>
            </PageBoundary>
          )}
          {show.isOn && photo && (
            <Suspense>
              <SlideshowBar {...{ photo, zoom }} onIdle={show.setIdle} onStop={show.stop} />
            </Suspense>
          )}
        </>
      )}
      <p className={styles.message} role="status">
        {commands.message}
      </p>
    </div>
  );
}
