import { type RefObject, useState } from "react";
import { recall, remember } from "../remember.js";

const KEY = "akin-details";
/** Where the sheet's top is when it is up, in pixels: as in its styles. */
const SHEET_TOP = 64;

export interface DetailsPanel {
  /** Whether the panel stands beside the photo; on a phone it is a sheet below, which is always there. */
  isOpen: boolean;
  toggle: () => void;
}

/** Shows and hides the details, and remembers which; on a phone pulls the sheet up and down. */
export function useDetailsPanel(view: RefObject<HTMLElement | null>): DetailsPanel {
  const [isOpen, setOpen] = useState(() => recall(KEY) !== "hidden");
  const toggle = () => {
    if (matchMedia("(max-width: 767px)").matches) {
      const sheet = view.current?.querySelector("aside");
      const isUp = (view.current?.scrollTop ?? 0) > 40;
      const top = isUp ? 0 : (sheet?.offsetTop ?? 0) - SHEET_TOP;
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      view.current?.scrollTo({ top, behavior: calm ? "instant" : "smooth" });
      return;
    }
    remember(KEY, isOpen ? "hidden" : null);
    setOpen(!isOpen);
  };
  return { isOpen, toggle };
}
