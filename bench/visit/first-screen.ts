/// <reference lib="dom" />
import type { Browser, Page } from "playwright-core";
import type { StaticHost } from "./static-host.js";
import { type Costs, inNewContext, transfers } from "./visits.js";

declare global {
  interface Window {
    /** When the first screen of the grid could be drawn, as `Date.now()`; `NaN` before. */
    firstScreenAt: number;
  }
}

/** What the grid does without. */
const SQLITE = /sqlite|worker|\.wasm$|data\/(database|vectors)/;

const SIMILAR = 5;

/**
 * Measures the built app: until the first screen of the grid can be drawn, and until a photo that is chosen there has
 * its five similar ones in the page. Pictures are left out.
 *
 * @throws Error if anything of SQLite was fetched
 */
export async function visitApp(browser: Browser, host: StaticHost, costs: Costs): Promise<void> {
  await inNewContext(browser, async (page) => {
    await page.addInitScript(watchFirstScreen);
    const before = host.answered.length;
    await page.goto(host.url, { waitUntil: "commit" });
    await page.waitForFunction(() => window.firstScreenAt > 0);
    const drawnAt = await page.evaluate(() => window.firstScreenAt);
    const openedAt = await page.evaluate(() => performance.timeOrigin);
    await host.idle();
    const needed = host.answered.slice(before).filter((request) => request.startedAt < drawnAt);
    costs.add("first screen", {
      ms: drawnAt - openedAt,
      ...transfers(needed),
    });
    await choosePhoto(page, host, costs);
    const unwanted = host.answered.slice(before).find(({ path }) => SQLITE.test(path));
    if (unwanted !== undefined) throw new Error(`The app fetched ${unwanted.path} for its grid.`);
  });
}

/** Runs in the page: notes when tiles cover the window, and the browser is about to draw them. */
function watchFirstScreen(): void {
  window.firstScreenAt = Number.NaN;
  const look = () => {
    const tiles = [...document.querySelectorAll("[data-tile]")];
    const covered = tiles.some((tile) => tile.getBoundingClientRect().bottom >= innerHeight);
    if (covered) window.firstScreenAt = Date.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function choosePhoto(page: Page, host: StaticHost, costs: Costs): Promise<void> {
  const before = host.answered.length;
  const ms = await page.evaluate(
    (count) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        const look = () => {
          const similar = document.querySelectorAll(".akin-similar-grid > li").length;
          if (similar >= count) resolve(performance.now() - start);
          else requestAnimationFrame(look);
        };
        document.querySelector<HTMLElement>("[data-tile]")?.click();
        look();
      }),
    SIMILAR,
  );
  const until = Date.now();
  await host.idle();
  // What is fetched ahead for the photos beside it comes after.
  const needed = host.answered.slice(before).filter(({ startedAt }) => startedAt <= until);
  costs.add("photo chosen in the app, similar in the page", {
    ms,
    ...transfers(needed),
  });
}
