import { useEffect, useState } from "react";
import type { PhotoSummary } from "../album/photo-summary.js";
import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import { useIsZoomed } from "../photo/zoom/use-zoom.js";
import type { Zoom } from "../photo/zoom/zoom.js";
import { recall, remember } from "../remember.js";
import { useShortcut } from "../settings/shortcuts.js";
import { strings } from "../strings.js";
import type { SlideshowKind } from "./next-photo.js";
import styles from "./slideshow-bar.module.css";
import { useIdle } from "./use-idle.js";
import { type Slideshow, useSlideshow } from "./use-slideshow.js";
import { useWakeLock } from "./use-wake-lock.js";

const INTERVALS = [3, 5, 10];
const DEFAULT_SECONDS = 5;
const SECONDS_KEY = "akin-slideshow-seconds";
const KIND_KEY = "akin-slideshow";

interface SlideshowBarProps {
  photo: PhotoSummary;
  zoom: Zoom;
  /** Told whether the controls are to be out of the way. */
  onIdle: (isIdle: boolean) => void;
  onStop: () => void;
}

/** Plays photos one after the other, with what one can choose about it. */
export default function SlideshowBar({ photo, zoom, onIdle, onStop }: SlideshowBarProps) {
  const [kind, setKind] = useState<SlideshowKind>(recall(KIND_KEY) === "walk" ? "walk" : "list");
  const [seconds, setSeconds] = useState(rememberedSeconds);
  const isHeld = useIsZoomed(zoom);
  const { state, toggle } = useSlideshow(photo.id, { kind, seconds, isHeld });
  const isPlaying = state === "playing";
  const isIdle = useIdle(isPlaying);
  useWakeLock(isPlaying);
  useShortcut(" ", toggle);
  useEffect(() => {
    onIdle(isIdle);
    return () => onIdle(false);
  }, [isIdle, onIdle]);
  const chooseKind = (next: SlideshowKind) => {
    remember(KIND_KEY, next);
    setKind(next);
  };
  const chooseSeconds = (next: number) => {
    remember(SECONDS_KEY, String(next));
    setSeconds(next);
  };
  return (
    <section className={styles.bar} aria-label={strings.slideshow.title} data-controls="">
      <PlayButton state={state} onToggle={toggle} />
      <Choice
        label={strings.slideshow.order}
        value={kind}
        options={[
          ["list", strings.slideshow.list],
          ["walk", strings.slideshow.walk],
        ]}
        onChoose={(value) => chooseKind(value === "walk" ? "walk" : "list")}
      />
      <Choice
        label={strings.slideshow.interval}
        value={String(seconds)}
        options={INTERVALS.map((each) => [String(each), strings.slideshow.seconds(each)])}
        onChoose={(value) => chooseSeconds(Number(value))}
      />
      <IconButton label={strings.slideshow.stop} onClick={onStop}>
        <Icon name="close" />
      </IconButton>
      <p
        className={styles.state}
        role="status"
        data-shown={state === "ended" || state === "failed"}
      >
        {strings.slideshow.states[state]}
      </p>
    </section>
  );
}

function PlayButton({ state, onToggle }: { state: Slideshow["state"]; onToggle: () => void }) {
  const action = state === "playing" ? "pause" : state === "ended" ? "again" : "play";
  return (
    <IconButton label={strings.slideshow[action]} onClick={onToggle}>
      <Icon name={action} />
    </IconButton>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <select
      className={styles.choice}
      aria-label={label}
      title={label}
      value={value}
      onChange={({ target }) => onChoose(target.value)}
    >
      {options.map(([each, text]) => (
        <option key={each} value={each}>
          {text}
        </option>
      ))}
    </select>
  );
}

function rememberedSeconds(): number {
  const seconds = Number(recall(SECONDS_KEY));
  return INTERVALS.includes(seconds) ? seconds : DEFAULT_SECONDS;
}
