import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { type Benchmark, type Figure, figure, type Table } from "./benchmark.js";
import { makeGallery } from "./gallery/make-gallery.js";
import { launchBrowser } from "./launch-browser.js";
import { buildPage } from "./visit/build-page.js";
import { visitApp } from "./visit/first-screen.js";
import { measureLink } from "./visit/measure-link.js";
import { SlowLink } from "./visit/slow-link.js";
import { startHost } from "./visit/static-host.js";
import { visitFigures, visitTable } from "./visit/visit-figures.js";
import { visitGallery } from "./visit/visit-gallery.js";
import { Costs } from "./visit/visits.js";

const MEGABITS = 10;
const LATENCY_MS = 40;

/** The built app, as `akin build` puts it beside the data. */
const APP_FOLDER = ["packages", "akin-gallery", "app"];

/** What a visit costs, in a browser over a slow line: bytes, requests and milliseconds. */
export const visit: Benchmark = {
  name: "visit",
  describe: `a gallery visited in Chromium at ${MEGABITS} Mbit/s and ${LATENCY_MS} ms: bytes, requests, ms`,
  async run({ repository, shared, args, print }) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        sizes: { type: "string", default: "10000,100000" },
        visits: { type: "string", default: "3" },
      },
    });
    const galleries = join(tmpdir(), "akin-bench-galleries");
    const work = mkdtempSync(join(tmpdir(), "akin-bench-visit-"));
    const browser = await launchBrowser(repository);
    try {
      cpSync(join(repository, ...APP_FOLDER), work, { recursive: true });
      await buildPage(join(work, "visit"));
      const figures: Figure[] = [
        figure("load average before measuring", loadavg()[0] ?? Number.NaN, ""),
        ...(await measureLink(browser, MEGABITS, LATENCY_MS)),
      ];
      const tables: Table[] = [];
      for (const size of values.sizes.split(",").map(Number)) {
        const { site } = await makeGallery(galleries, size, { shared, print });
        print(`${size} photos: ${values.visits} visits of each kind …`);
        const costs = await measureVisits(browser, [work, site], Number(values.visits));
        figures.push(...visitFigures(size, costs));
        tables.push(visitTable(size, costs));
      }
      return { figures, tables };
    } finally {
      await browser.close();
      rmSync(work, { recursive: true, force: true });
    }
  },
};

/** @param folders that of the app and the measured page, and that of the site */
async function measureVisits(
  browser: Browser,
  folders: readonly [app: string, site: string],
  visits: number,
): Promise<Costs> {
  const costs = new Costs();
  const link = new SlowLink(MEGABITS, LATENCY_MS);
  const host = await startHost(folders, link);
  try {
    for (let turn = 0; turn < visits; turn++) await visitApp(browser, host, costs);
    await visitGallery({ browser, host, link, site: folders[1], costs, visits });
  } finally {
    host.close();
  }
  return costs;
}
