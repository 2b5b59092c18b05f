/// <reference lib="dom" />
import type { Page } from "playwright-core";

/** What Lighthouse calls them; milliseconds but for the shift. */
export interface Vitals {
  firstContentfulPaint: number;
  largestContentfulPaint: number;
  /** Of long tasks, what is above 50 ms, from the first paint on. */
  totalBlockingTime: number;
  /** Largest burst of shifts without the visitor's doing. */
  cumulativeLayoutShift: number;
}

declare global {
  interface Window {
    vitals: { lcp: number; fcp: number; shifts: PerformanceEntry[]; tasks: PerformanceEntry[] };
  }
}

/** To run before the page's own code. */
export function watchVitals(): void {
  window.vitals = { lcp: 0, fcp: 0, shifts: [], tasks: [] };
  const watch = (type: string, note: (entry: PerformanceEntry) => void) => {
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
    });
  };
  watch("largest-contentful-paint", (entry) => {
    window.vitals.lcp = entry.startTime;
  });
  watch("paint", (entry) => {
    if (entry.name === "first-contentful-paint") window.vitals.fcp = entry.startTime;
  });
  watch("layout-shift", (entry) => window.vitals.shifts.push(entry));
  watch("longtask", (entry) => window.vitals.tasks.push(entry));
}

/** Waits until the page has come to rest, and reads what was watched. */
export async function readVitals(page: Page, restMs: number): Promise<Vitals> {
  await page.waitForTimeout(restMs);
  return page.evaluate(() => {
    const { lcp, fcp, shifts, tasks } = window.vitals;
    const blocked = tasks.filter(({ startTime }) => startTime >= fcp);
    // Session windows, as web.dev/cls defines them: less than 1 s apart, at most 5 s long.
    let largest = 0;
    let sum = 0;
    let first = Number.NEGATIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    for (const shift of shifts) {
      if ("hadRecentInput" in shift && shift.hadRecentInput === true) continue;
      const { startTime } = shift;
      if (startTime - last > 1000 || startTime - first > 5000) {
        sum = 0;
        first = startTime;
      }
      last = startTime;
      sum += "value" in shift && typeof shift.value === "number" ? shift.value : 0;
      largest = Math.max(largest, sum);
    }
    return {
      firstContentfulPaint: fcp,
      largestContentfulPaint: lcp,
      totalBlockingTime: blocked.reduce((total, { duration }) => total + duration - 50, 0),
      cumulativeLayoutShift: largest,
    };
  });
}
