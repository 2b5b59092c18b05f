import { useLayoutEffect } from "react";

/** Keeps the page below from scrolling, without the jump that the missing scroll bar would make. */
export function useStillPage(): void {
  useLayoutEffect(() => {
    const { style, clientWidth } = document.documentElement;
    const scrollBar = innerWidth - clientWidth;
    style.overflow = "hidden";
    document.body.style.paddingRight = `${scrollBar}px`;
    return () => {
      style.overflow = "";
      document.body.style.paddingRight = "";
    };
  }, []);
}
