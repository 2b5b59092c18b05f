import type { Card } from "akin-browser/format";
import type { IconName } from "../icons/icon.js";
import { strings } from "../strings.js";

/** Something that one can do with the open photo. */
export interface PhotoAction {
  icon: IconName;
  label: string;
  /** The key that does the same. */
  key?: string;
  /** Where it has its button: always in the bar, there only on wide screens and else in the menu, always in the menu. */
  place: "bar" | "wide" | "menu";
  /** Undefined for a link. */
  run?: () => void;
  /** A file to save. */
  href?: string;
  fileName?: string;
}

export interface PhotoActionOptions {
  card: Card | undefined;
  isZoomed: boolean;
  isFullScreen: boolean;
  isSelected: boolean;
  onZoom: () => void;
  onShare: () => void;
  /** Undefined for what can't be done here or now. */
  onPlay: (() => void) | undefined;
  onFullScreen: (() => void) | undefined;
  onAlike: (() => void) | undefined;
  onPart: (() => void) | undefined;
  onSelect: (() => void) | undefined;
}

/** In the order of the bar; what can't be done here is left out. */
export function photoActions(options: PhotoActionOptions): PhotoAction[] {
  const { card, onZoom, onPlay, onFullScreen, onAlike, onPart, onShare, onSelect } = options;
  const { actions, slideshow } = strings;
  const all: (PhotoAction | false | undefined)[] = [
    options.isZoomed
      ? { icon: "reduce", label: actions.zoomOut, key: "0", place: "wide", run: onZoom }
      : { icon: "magnify", label: actions.zoomIn, key: "+", place: "wide", run: onZoom },
    onPlay && {
      icon: "play",
      label: slideshow.title,
      key: slideshow.space,
      place: "bar",
      run: onPlay,
    },
    onFullScreen && {
      icon: options.isFullScreen ? "window" : "fullScreen",
      label: options.isFullScreen ? actions.window : actions.fullScreen,
      key: "f",
      place: "wide",
      run: onFullScreen,
    },
    onAlike && { icon: "alike", label: strings.alike.title, key: "s", place: "wide", run: onAlike },
    onPart && { icon: "part", label: strings.part.choose, key: "c", place: "wide", run: onPart },
    { icon: "share", label: actions.share, place: "bar", run: onShare },
    onSelect && {
      icon: options.isSelected ? "selected" : "select",
      label: options.isSelected ? actions.unselect : actions.select,
      key: "x",
      place: "menu",
      run: onSelect,
    },
    card?.original != null && {
      icon: "download",
      label: strings.download,
      place: "menu",
      href: card.original,
      fileName: card.filename,
    },
  ];
  return all.filter((action) => action !== undefined && action !== false);
}
