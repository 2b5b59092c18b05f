/// <reference lib="dom" />
import type { Page } from "playwright-core";

/** Milliseconds from a change of the question to the frame that shows the new photos. */
export interface Changes {
  /** A photo becomes an example. */
  added: number[];
  /** That example is turned from more to less like it. */
  turned: number[];
  /** It is taken away: the answer of before is kept. */
  removed: number[];
  /** Of all threads of the page's process for a change, the pictures of what is found among it: the same on a busy machine. */
  cpu: number[];
}

/** Rounds before which code is cold and pieces of the database are still to be fetched. */
const WARM_UP = 3;

/** Changes the examples of the page of similar photos that is open, again and again. */
export async function measureChanges(page: Page, rounds: number): Promise<Changes> {
  const changes: Changes = { added: [], turned: [], removed: [], cpu: [] };
  for (let round = 0; round < WARM_UP + rounds; round++) {
    const before = await cpuTime(page);
    const added = await changed(
      page,
      `main [role=gridcell]:nth-child(${2 + (round % 4)}) [aria-label^="More like"]`,
    );
    const turned = await changed(page, "li:last-child > div > [data-flip]");
    const removed = await changed(page, "li:last-child > div > [data-remove]");
    if (round < WARM_UP) continue;
    changes.added.push(added);
    changes.turned.push(turned);
    changes.removed.push(removed);
    changes.cpu.push(((await cpuTime(page)) - before) / 3);
  }
  return changes;
}

/** Of the page's process so far, in milliseconds; the browser has no other page. */
async function cpuTime(page: Page): Promise<number> {
  const browser = page.context().browser();
  if (browser === null) throw new Error("The page belongs to no browser.");
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  return 1000 * Math.max(...renderers.map((each) => each.cpuTime));
}

/** Presses a button, and waits until other photos are shown. */
async function changed(page: Page, button: string): Promise<number> {
  await page.locator(button).first().waitFor({ state: "attached" });
  const time = await page.evaluate(async (button) => {
    const shown = () =>
      Array.from(
        document.querySelectorAll<HTMLElement>("main [data-tile]"),
        ({ dataset }) => dataset.tile,
      ).join();
    const before = shown();
    const start = performance.now();
    document.querySelector<HTMLElement>(button)?.click();
    while (shown() === before) {
      if (performance.now() - start > 10_000) throw new Error(`Nothing came of ${button}.`);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return performance.now() - start;
  }, button);
  // What is fetched ahead, and decoded, has its time.
  await page.waitForTimeout(300);
  return time;
}
