/// <reference lib="dom" />
import { type Figure, figure } from "../benchmark.js";
import type { BareBrowser } from "./bare-browser.js";
import { pageMemory } from "./page-memory.js";
import { scrollFrames } from "./scroll-frames.js";

const PIXELS_PER_SECOND = 5000;
const STRETCH_MS = 20_000;

/** Scrolls a desktop page, its top, middle and end, or all of it. @param url of a site on a line that costs nothing */
export async function measureScrolling(
  browser: BareBrowser,
  url: string,
  whole: boolean,
): Promise<Figure[]> {
  const page = await browser.open(url, { width: 1440, height: 900 });
  await page.waitFor(() => document.querySelector("[data-tile] img") !== null);
  const frames: number[] = [];
  let height = 0;
  for (const from of whole ? [0] : [0, 0.4, 0.8]) {
    const ms = whole ? Number.MAX_SAFE_INTEGER : STRETCH_MS;
    const stretch = await scrollFrames(page, { from, pixelsPerSecond: PIXELS_PER_SECOND, ms });
    frames.push(...stretch.frames);
    height = stretch.height;
  }
  const memory = await pageMemory(browser);
  const below = frames.filter((frame) => frame < 50).length / frames.length;
  const sorted = frames.toSorted((a, b) => a - b);
  return [
    figure("frames below 50 ms while scrolling", below, "", { atLeast: 0.99 }),
    figure("frame, median", sorted[sorted.length >> 1] ?? Number.NaN, "ms"),
    figure("frame, 99 of 100 below", sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN, "ms"),
    figure("memory after scrolling", memory, "MB", { atMost: 300 }),
    figure("height of the page", height / 1e6, "million px"),
  ];
}
