import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { type Changes, measureChanges } from "./arithmetic/measure-changes.js";
import { type Benchmark, type Figure, figure } from "./benchmark.js";
import { makeGallery } from "./gallery/make-gallery.js";
import { launchBrowser } from "./launch-browser.js";
import { median } from "./median.js";
import { SlowLink } from "./visit/slow-link.js";
import { startHost } from "./visit/static-host.js";

/** What is asked of the median, in milliseconds, by number of photos. */
const ASKED = new Map([
  [10_000, 50],
  [100_000, 150],
]);
const VIEWPORT = { width: 1440, height: 900 };

/** How soon the page answers a changed question, in Chromium, once the vectors are there. */
export const arithmetic: Benchmark = {
  name: "arithmetic",
  describe: "the app in Chromium: from a change of the examples to the photos like them",
  async run({ repository, shared, args, print }) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        photos: { type: "string", default: "10000,100000" },
        rounds: { type: "string", default: "15" },
      },
    });
    const galleries = join(tmpdir(), "akin-bench-galleries");
    const app = join(repository, "packages", "akin-gallery", "app");
    const figures: Figure[] = [];
    const browser = await launchBrowser(repository);
    try {
      for (const photos of values.photos.split(",").map(Number)) {
        const { site } = await makeGallery(galleries, photos, { shared, print });
        print(`${photos} photos: ${values.rounds} rounds …`);
        figures.push(
          figure(`${photos} photos: load average before`, loadavg()[0] ?? Number.NaN, ""),
        );
        const changes = await measured(browser, [app, site], Number(values.rounds));
        figures.push(...changeFigures(photos, changes));
      }
    } finally {
      await browser.close();
    }
    return { figures, tables: [] };
  },
};

async function measured(browser: Browser, folders: string[], rounds: number): Promise<Changes> {
  const link = new SlowLink(10, 0);
  link.throttled = false;
  const host = await startHost(folders, link);
  try {
    const context = await browser.newContext({ viewport: VIEWPORT, serviceWorkers: "block" });
    const page = await context.newPage();
    await page.goto(host.url);
    const tile = page.locator("main [data-tile]").first();
    const id = await tile.getAttribute("data-tile");
    await page.goto(`${host.url}?like=${id}`);
    await tile.waitFor();
    const exact = page.getByRole("button", { name: "for exact results" });
    if ((await exact.count()) > 0) {
      await exact.click();
      await exact.waitFor({ state: "detached", timeout: 120_000 });
    }
    await page.locator("main [aria-busy=true]").waitFor({ state: "detached" });
    const changes = await measureChanges(page, rounds);
    await context.close();
    return changes;
  } finally {
    host.close();
  }
}

function changeFigures(photos: number, { added, turned, removed, cpu }: Changes): Figure[] {
  const atMost = ASKED.get(photos);
  const name = (what: string) => `${photos} photos: ${what}, to the new photos`;
  return [
    figure(name("an example is added"), median(added), "ms", { atMost }),
    figure(name("an example is turned"), median(turned), "ms", { atMost }),
    figure(name("an example is removed"), median(removed), "ms", { atMost }),
    figure(`${photos} photos: processor time of the page for a change`, median(cpu), "ms"),
    figure(`${photos} photos: the slowest change`, Math.max(...added, ...turned), "ms"),
  ];
}
