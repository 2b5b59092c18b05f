/// <reference lib="dom" />
import type { Browser, Page } from "playwright-core";

/** Milliseconds between frames while the map moves. */
export interface Frames {
  median: number;
  /** 99 of 100 frames come sooner. */
  p99: number;
  /** From the address to a map that is drawn. */
  ready: number;
  /** Of the page's heap at the end, in MB. */
  heapMb: number;
}

const VIEWPORT = { width: 1440, height: 900 };
const CENTRE = { x: 560, y: 480 };

/** Opens the map of a gallery, comes nearer by the wheel, drags it about, and goes away again. */
export async function measureFrames(browser: Browser, url: string): Promise<Frames> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    const started = performance.now();
    await page.goto(`${url}?view=likeness`);
    await page.getByRole("complementary").getByRole("link").first().waitFor();
    const ready = performance.now() - started;
    await page.mouse.move(CENTRE.x, CENTRE.y);
    const deltas = await whileMoving(page);
    const heap = await page.evaluate(() => {
      const { memory } = performance as Performance & { memory?: { usedJSHeapSize: number } };
      return memory?.usedJSHeapSize ?? 0;
    });
    deltas.sort((a, b) => a - b);
    const quantile = (share: number) => deltas[Math.floor(share * (deltas.length - 1))] ?? 0;
    return { median: quantile(0.5), p99: quantile(0.99), ready, heapMb: heap / 1e6 };
  } finally {
    await context.close();
  }
}

async function whileMoving(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { mapFrames: frames });
    const count = (now: number) => {
      frames.push(now);
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  await turnWheel(page, -120, 25);
  await drag(page);
  await turnWheel(page, -120, 15);
  await drag(page);
  await turnWheel(page, 120, 40);
  const times = await page.evaluate(
    () => (window as Window & { mapFrames?: number[] }).mapFrames ?? [],
  );
  return times.slice(1).map((time, index) => time - (times[index] ?? time));
}

async function turnWheel(page: Page, turned: number, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    await page.mouse.wheel(0, turned);
    await page.waitForTimeout(40);
  }
}

/** In a circle, then let go. */
async function drag(page: Page): Promise<void> {
  await page.mouse.down();
  for (let step = 1; step <= 90; step++) {
    const angle = (step / 90) * 2 * Math.PI;
    await page.mouse.move(
      CENTRE.x + 250 * Math.sin(angle),
      CENTRE.y + 200 * (1 - Math.cos(angle)) * 0.5,
    );
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
  await page.waitForTimeout(600);
}
