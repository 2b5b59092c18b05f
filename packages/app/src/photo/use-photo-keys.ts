import { useShortcut } from "../settings/shortcuts.js";
import { useIsZoomed } from "./zoom/use-zoom.js";
import type { Zoom } from "./zoom/zoom.js";

/** Pixels that an arrow key moves an enlarged photo. */
const PAN = 120;

interface PhotoKeys {
  /** Ends what is going on, the innermost first, and closes at last. */
  onEscape: () => void;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onDetails: (() => void) | undefined;
  onPlay: (() => void) | undefined;
  onFullScreen: (() => void) | undefined;
  onAlike: (() => void) | undefined;
  onPart: (() => void) | undefined;
  onSelect: (() => void) | undefined;
}

/** Keys of the whole view. Arrows move the photo where it is enlarged. */
export function usePhotoKeys(zoom: Zoom, keys: PhotoKeys): void {
  const isZoomed = useIsZoomed(zoom);
  const pan = (x: number, y: number) => () => zoom.pan(x * PAN, y * PAN, true);
  useShortcut("Escape", isZoomed ? () => zoom.reset(true) : keys.onEscape);
  useShortcut("ArrowLeft", isZoomed ? pan(1, 0) : keys.onPrevious);
  useShortcut("ArrowRight", isZoomed ? pan(-1, 0) : keys.onNext);
  useShortcut("ArrowUp", isZoomed ? pan(0, 1) : undefined);
  useShortcut("ArrowDown", isZoomed ? pan(0, -1) : undefined);
  useShortcut("+", () => zoom.step(1));
  useShortcut("=", () => zoom.step(1));
  useShortcut("-", () => zoom.step(-1));
  useShortcut("0", () => zoom.reset(true));
  useShortcut("i", keys.onDetails);
  useShortcut(" ", keys.onPlay);
  useShortcut("f", keys.onFullScreen);
  useShortcut("s", keys.onAlike);
  useShortcut("c", keys.onPart);
  useShortcut("x", keys.onSelect);
}
