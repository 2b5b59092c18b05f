import type { TimelineMonth } from "akin-browser/format";
import { type KeyboardEvent, useMemo, useRef } from "react";
import type { AlbumLayout } from "../layout/album-layout.js";
import { pageScroll } from "../scroll/page-scroll.js";
import { strings } from "../strings.js";
import { describeMonth } from "../text/taken-at.js";
import { type MonthPlace, monthAt, monthsOf } from "./months-of.js";
import styles from "./scrubber.module.css";
import { useLingering } from "./use-lingering.js";
import { useScrolled } from "./use-scrolled.js";
import { useScrubbing } from "./use-scrubbing.js";
import { yearLabels } from "./year-labels.js";

/** A grid of fewer screens needs no more than the scroll bar. */
const SCREENS = 3;
const LINGER_MS = 1200;
/** Between two years, as a share of the track: some 24 px. */
const CLOSEST = 0.035;

interface ScrubberProps {
  layout: AlbumLayout;
  timeline: readonly TimelineMonth[];
  /** Where the grid begins in the page, in pixels. */
  gridTop: number;
}

/** The years at the right edge; one can drag through them, or go from month to month by keyboard. */
export function Scrubber({ layout, timeline, gridTop }: ScrubberProps) {
  const track = useRef<HTMLDivElement>(null);
  const scrolled = useScrolled();
  const isMoving = useLingering(scrolled, LINGER_MS);
  const { isScrubbing, handlers } = useScrubbing(track);
  const months = useMemo(() => monthsOf(layout, timeline), [layout, timeline]);
  const years = useMemo(() => yearLabels(months, layout.height, CLOSEST), [months, layout]);
  if (layout.height < SCREENS * innerHeight || months.length < 2) return null;

  const current = monthAt(months, scrolled * pageScroll.range() - gridTop + 1);
  const at = current === undefined ? -1 : months.indexOf(current);
  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetOf(event.key, months, at);
    if (target === undefined) return;
    event.preventDefault();
    // The first month begins below the bar.
    pageScroll.to(target.top && target.top + gridTop);
  };
  return (
    <div
      ref={track}
      className={styles.track}
      data-shown={isMoving || isScrubbing}
      data-scrubbing={isScrubbing}
      {...handlers}
    >
      <div aria-hidden="true">
        {years.map(({ year, at: share }) => (
          <span key={year} className={styles.year} style={{ top: `${share * 100}%` }}>
            {year}
          </span>
        ))}
      </div>
      <div
        className={styles.thumb}
        style={{ top: `${scrolled * 100}%` }}
        role="slider"
        tabIndex={0}
        aria-label={strings.timeline}
        aria-orientation="vertical"
        aria-valuemin={0}
        aria-valuemax={months.length - 1}
        aria-valuenow={at}
        aria-valuetext={nameOf(current)}
        onKeyDown={onKeyDown}
      >
        <span className={styles.month}>{nameOf(current)}</span>
      </div>
    </div>
  );
}

/** Where a key leads: up to newer months, as on the page. */
function targetOf(key: string, months: readonly MonthPlace[], at: number): MonthPlace | undefined {
  const yearOf = (place: MonthPlace | undefined) => place?.month?.slice(0, 4);
  const year = yearOf(months[at]);
  switch (key) {
    case "ArrowDown":
    case "ArrowRight":
      return months[at + 1];
    case "ArrowUp":
    case "ArrowLeft":
      return months[at - 1];
    case "PageDown":
      return months.slice(at).find((each) => yearOf(each) !== year);
    case "PageUp":
      return months.slice(0, Math.max(0, at)).findLast((each) => yearOf(each) !== year);
    case "Home":
      return months[0];
    case "End":
      return months.at(-1);
    default:
      return undefined;
  }
}

function nameOf(place: MonthPlace | undefined): string {
  return place?.month === null || place === undefined
    ? strings.undated
    : describeMonth(place.month);
}
