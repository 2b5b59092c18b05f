import { type RefObject, useEffect, useState } from "react";
import type { PhotoSummary } from "../album/photo-summary.js";
import { Slide, type SlidePlace } from "./slide.js";
import styles from "./stage.module.css";
import { useSettledScale } from "./zoom/use-zoom.js";
import type { Zoom } from "./zoom/zoom.js";

const FADE_MS = 600;

export interface SlidesProps {
  track: RefObject<HTMLDivElement | null>;
  photo: PhotoSummary | undefined;
  previous: PhotoSummary | undefined;
  next: PhotoSummary | undefined;
  zoom: Zoom;
  /** Whether one photo fades into the other. */
  fades: boolean;
}

/** The photo between its neighbours, and in a slideshow over the one before. */
export function Slides({ track, photo, previous, next, zoom, fades }: SlidesProps) {
  const scale = useSettledScale(zoom);
  const leaving = useLeaving(photo, fades);
  const slides: [PhotoSummary | undefined, SlidePlace][] = [
    [leaving, "leaving"],
    [previous?.id === leaving?.id ? undefined : previous, "previous"],
    [photo, "current"],
    [next?.id === leaving?.id ? undefined : next, "next"],
  ];
  return (
    <div ref={track} className={styles.track} data-fading={leaving !== undefined}>
      {slides.map(
        ([each, place]) =>
          each && (
            <Slide
              key={each.id}
              photo={each}
              place={place}
              scale={place === "current" ? scale : null}
            />
          ),
      )}
    </div>
  );
}

/** The photo that was shown before, as long as the current one fades in. */
function useLeaving(photo: PhotoSummary | undefined, fades: boolean): PhotoSummary | undefined {
  const [shown, setShown] = useState({ photo, before: undefined as PhotoSummary | undefined });
  if (shown.photo?.id !== photo?.id) setShown({ photo, before: fades ? shown.photo : undefined });
  const { before } = shown;
  useEffect(() => {
    if (before === undefined) return;
    const end = () => setShown((now) => ({ photo: now.photo, before: undefined }));
    const timer = setTimeout(end, FADE_MS);
    return () => clearTimeout(timer);
  }, [before]);
  return before?.id === photo?.id ? undefined : before;
}
