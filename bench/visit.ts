import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "playwright-core";
import type { Benchmark, Figure, Table } from "./benchmark.js";
import { makeGallery } from "./gallery/make-gallery.js";
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

const FLAGS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/** What a visit costs, in a browser over a slow line: bytes, requests and milliseconds. */
export const visit: Benchmark = {
  name: "visit",
  describe: `a gallery visited in Chromium at ${MEGABITS} Mbit/s and ${LATENCY_MS} ms: bytes, requests, ms`,
  async run({ repository, shared, args, print }) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        sizes: { type: "string", default: "10000,100000" },
        visits: { type: "string", default: "5" },
      },
    });
    const galleries = join(tmpdir(), "akin-bench-galleries");
    const work = mkdtempSync(join(tmpdir(), "akin-bench-visit-"));
    const browser = await startBrowser(repository);
    try {
      cpSync(join(repository, ...APP_FOLDER), work, { recursive: true });
      await buildPage(join(work, "visit"));
      const figures: Figure[] = await measureLink(browser, MEGABITS, LATENCY_MS);
      const tables: Table[] = [];
      for (const size of values.sizes.split(",").map(Number)) {
        const { site } = await makeGallery(galleries, size, { shared, print });
        print(`${size} photos: ${values.visits} visits of each kind …`);
        const link = new SlowLink(MEGABITS, LATENCY_MS);
        const host = await startHost([work, site], link);
        const costs = new Costs();
        try {
          for (let turn = 0; turn < Number(values.visits); turn++) {
            await visitApp(browser, host, costs);
          }
          await visitGallery({ browser, host, link, site, costs, visits: Number(values.visits) });
        } finally {
          host.close();
        }
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

async function startBrowser(repository: string): Promise<Browser> {
  const script = pathToFileURL(join(repository, "scripts", "find-browser.mjs")).href;
  const { findBrowser }: FindBrowser = await import(script);
  const executablePath = await findBrowser({ install: false });
  if (executablePath === undefined) {
    throw new Error(
      "Visits need Chromium or Chrome: install one, or set AKIN_BROWSER to its path.",
    );
  }
  return await chromium.launch({ executablePath, args: FLAGS.split(" ") });
}

interface FindBrowser {
  findBrowser(options: { install: boolean }): Promise<string | undefined>;
}
