import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { type Benchmark, type Figure, figure, type Table } from "./benchmark.js";
import { makeGallery } from "./gallery/make-gallery.js";
import { launchBareBrowser, launchBrowser } from "./launch-browser.js";
import { median } from "./median.js";
import { codeSizes, initialCodeBytes } from "./page/code-size.js";
import { measureScrolling } from "./page/measure-scrolling.js";
import { measureVisits, type PageVisit } from "./page/measure-visits.js";
import { realPictures } from "./page/real-pictures.js";
import { SlowLink } from "./visit/slow-link.js";
import { startHost } from "./visit/static-host.js";

const MEGABITS = 10;
const LATENCY_MS = 40;

/** The built app, as `akin build` puts it beside the data. */
const APP_FOLDER = ["packages", "akin-gallery", "app"];

/** How the app feels, in a browser: Lighthouse's figures on a slow phone, and how it scrolls. */
export const page: Benchmark = {
  name: "page",
  describe: `the app in Chromium: paint, blocking, shift on a phone at ${MEGABITS} Mbit/s; scrolling 100,000`,
  async run({ repository, shared, args, print }) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        visits: { type: "string", default: "5" },
        size: { type: "string", default: "10000" },
        scrolled: { type: "string", default: "100000" },
        // End to end takes a quarter of an hour.
        whole: { type: "boolean", default: false },
      },
    });
    const demo = await demoSite(repository);
    const galleries = join(tmpdir(), "akin-bench-galleries");
    const made = (size: string) => makeGallery(galleries, Number(size), { shared, print });
    const app = join(repository, ...APP_FOLDER);
    const pictures = realPictures(demo);
    const browser = await launchBrowser(repository);
    try {
      const figures: Figure[] = [
        figure("load average before measuring", loadavg()[0] ?? Number.NaN, ""),
        figure("initial code, gzipped", initialCodeBytes(app) / 1000, "KB", { atMost: 140 }),
      ];
      const tables = [codeTable(app)];
      const sites: [string, string[]][] = [
        ["demo album", [app, demo]],
        [`${values.size} photos`, [app, (await made(values.size)).site]],
      ];
      for (const [name, folders] of sites) {
        print(`${name}: ${values.visits} visits …`);
        const visits = await measured(browser, folders, pictures, Number(values.visits));
        figures.push(...visitFigures(name, visits));
      }
      const { site } = await made(values.scrolled);
      print(`Scrolling through ${values.scrolled} photos …`);
      const free = new SlowLink(MEGABITS, LATENCY_MS);
      free.throttled = false;
      const host = await startHost([app, site], free, pictures);
      const bare = await launchBareBrowser(repository);
      try {
        const scrolling = await measureScrolling(bare, host.url, values.whole);
        figures.push(
          ...scrolling.map((each) => ({
            ...each,
            figure: `${values.scrolled} photos: ${each.figure}`,
          })),
        );
      } finally {
        await bare.close();
        host.close();
      }
      return { figures, tables };
    } finally {
      await browser.close();
    }
  },
};

async function measured(
  browser: Browser,
  folders: readonly string[],
  pictures: (path: string) => string,
  visits: number,
): Promise<PageVisit[]> {
  const host = await startHost(folders, new SlowLink(MEGABITS, LATENCY_MS), pictures);
  try {
    return await measureVisits(browser, host, visits);
  } finally {
    host.close();
  }
}

/** What is asked of the medians of all visits. */
const ASKED: readonly [step: keyof PageVisit, name: string, unit: string, atMost?: number][] = [
  ["firstContentfulPaint", "first contentful paint", "ms"],
  ["largestContentfulPaint", "largest contentful paint", "ms", 1800],
  ["totalBlockingTime", "total blocking time", "ms", 150],
  ["cumulativeLayoutShift", "layout shift", "", 0.02],
  ["similarCold", "similar photos shown, cold", "ms", 300],
  ["similarAhead", "similar photos shown, fetched ahead", "ms", 100],
];

function visitFigures(gallery: string, visits: readonly PageVisit[]): Figure[] {
  return ASKED.map(([step, name, unit, atMost]) =>
    figure(`${gallery}: ${name}`, median(visits.map((visit) => visit[step])), unit, { atMost }),
  );
}

function codeTable(app: string): Table {
  return {
    title: "The app's code",
    columns: ["file", "KB, gzipped"],
    rows: codeSizes(app).map(([file, bytes]) => [file, Math.round(bytes / 100) / 10]),
  };
}

/** The demo gallery's site, made or brought up to date. */
async function demoSite(repository: string): Promise<string> {
  const script = pathToFileURL(join(repository, "scripts", "demo-gallery.mjs")).href;
  const { buildDemoGallery, demoGallery }: { buildDemoGallery(): void; demoGallery: string } =
    await import(script);
  buildDemoGallery();
  return join(demoGallery, "site");
}
