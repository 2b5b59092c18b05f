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
}

/** Rounds before which code is cold and pieces of the database are still to be fetched. */
const WARM_UP = 3;

/** Changes the examples of the page of similar photos that is open, again and again. */
export async function measureChanges(page: Page, rounds: number): Promise<Changes> {
  const changes: Changes = { added: [], turned: [], removed: [] };
  for (let round = 0; round < WARM_UP + rounds; round++) {
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
  }
  return changes;
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
