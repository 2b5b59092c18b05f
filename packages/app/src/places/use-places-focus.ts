import { useEffect, useRef } from "react";
import { useOrigin } from "../navigation/use-navigation.js";

/** Keeps the focus where one is: at the head of the list when it changes, at a photo's link when the photo is closed. */
export function usePlacesFocus(isPlaceOpen: boolean, isPhotoOpen: boolean): void {
  const origin = useOrigin();
  const before = useRef({ isPlaceOpen, isPhotoOpen });
  useEffect(() => {
    const { current: was } = before;
    before.current = { isPlaceOpen, isPhotoOpen };
    if (was.isPhotoOpen && !isPhotoOpen) focus(`main [data-tile="${origin}"]`);
    else if (was.isPlaceOpen !== isPlaceOpen) focus("[data-places-title]");
  }, [isPlaceOpen, isPhotoOpen, origin]);
}

function focus(selector: string): void {
  const element = document.querySelector(selector) ?? document.querySelector("[data-places-title]");
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
}
