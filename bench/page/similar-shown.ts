/// <reference lib="dom" />
import type { Page } from "playwright-core";

/** A photo's similar ones, in its panel. */
const SIMILAR = "[role=dialog] .akin-similar-grid a";

/**
 * Clicks, and waits until the panel shows the similar photos of the photo that opens.
 *
 * @param selector what to click; the first one
 * @returns milliseconds from the click to the frame that shows them
 */
export async function similarShown(page: Page, selector: string): Promise<number> {
  return page.evaluate(
    ({ clicked, similar }) =>
      new Promise<number>((resolve, reject) => {
        const target = document.querySelector<HTMLElement>(clicked);
        if (target === null) {
          reject(new Error(`There is no ${clicked} to click.`));
          return;
        }
        const links = () => [...document.querySelectorAll<HTMLAnchorElement>(similar)];
        const before = links().map(({ href }) => href);
        const start = performance.now();
        target.click();
        const look = () => {
          const now = links().map(({ href }) => href);
          const isNew = now.length > 0 && now.join() !== before.join();
          if (isNew) resolve(performance.now() - start);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    { clicked: selector, similar: SIMILAR },
  );
}

export const FIRST_SIMILAR = SIMILAR;
