/// <reference lib="dom" />
import type { BarePage } from "./bare-browser.js";

export interface ScrollFrames {
  /** From one frame to the next, in milliseconds. */
  frames: number[];
  /** How high the page is, in pixels. */
  height: number;
}

/**
 * Scrolls at an even speed.
 *
 * @param from share of the page's height, 0 to 1
 * @param pixelsPerSecond of the page
 * @param ms for how long; the page's end ends it sooner
 */
export async function scrollFrames(
  page: BarePage,
  { from, pixelsPerSecond, ms }: { from: number; pixelsPerSecond: number; ms: number },
): Promise<ScrollFrames> {
  return page.evaluate(
    ({ share, speed, duration }) =>
      new Promise<{ frames: number[]; height: number }>((resolve) => {
        const root = document.documentElement;
        const range = root.scrollHeight - innerHeight;
        let y = share * range;
        scrollTo({ top: y, behavior: "instant" });
        const frames: number[] = [];
        let last = performance.now();
        const end = last + duration;
        const step = (now: number) => {
          frames.push(now - last);
          // The page keeps its place when rows come above it: from there it goes on.
          y = scrollY + (speed * (now - last)) / 1000;
          last = now;
          scrollTo({ top: y, behavior: "instant" });
          const isOver = now >= end || y >= root.scrollHeight - innerHeight;
          if (isOver) resolve({ frames: frames.slice(1), height: root.scrollHeight });
          else requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    { share: from, speed: pixelsPerSecond, duration: ms },
  );
}
