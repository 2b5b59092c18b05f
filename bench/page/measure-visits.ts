import type { Browser } from "playwright-core";
import type { StaticHost } from "../visit/static-host.js";
import { onPhone } from "./phone.js";
import { FIRST_SIMILAR, similarShown } from "./similar-shown.js";
import { readVitals, type Vitals, watchVitals } from "./vitals.js";

/** One visit, in milliseconds but for the shift. */
export interface PageVisit extends Vitals {
  /** From the click on a photo in the grid, nothing of it fetched ahead. */
  similarCold: number;
  /** From the click on the first similar photo, whose card was fetched ahead. */
  similarAhead: number;
}

/** The page must be at rest before it is read. */
const REST_MS = 3000;

export async function measureVisits(
  browser: Browser,
  host: StaticHost,
  visits: number,
): Promise<PageVisit[]> {
  const results: PageVisit[] = [];
  for (let turn = 0; turn < visits; turn++) {
    results.push(
      await onPhone(browser, watchVitals, async (page) => {
        await page.goto(host.url, { waitUntil: "load" });
        await page.locator("[data-tile] img").first().waitFor();
        await host.idle();
        const vitals = await readVitals(page, REST_MS);
        const similarCold = await similarShown(page, "[data-tile]");
        await host.idle();
        const similarAhead = await similarShown(page, FIRST_SIMILAR);
        return { ...vitals, similarCold, similarAhead };
      }),
    );
  }
  return results;
}
