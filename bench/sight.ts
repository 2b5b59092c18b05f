import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { SmallNetwork } from "akin-browser/sight";
import { type Benchmark, figure } from "./benchmark.js";
import { launchBrowser } from "./launch-browser.js";
import { median } from "./median.js";
import { drawnRaster } from "./sight/drawn-raster.js";
import { SlowLink } from "./visit/slow-link.js";
import { startHost } from "./visit/static-host.js";

const RUNS = 100;
const THREADS = 2;
/** What a build decodes a photo to. */
const [WIDTH, HEIGHT] = [2048, 1365];

/** `akin-small` after decoding: in Node and in Chromium, on one core and on two. */
export const sight: Benchmark = {
  name: "sight",
  describe: `akin-small: ms a picture of ${WIDTH} x ${HEIGHT} in Node and Chromium, photos a second on two cores`,
  async run({ repository, print }) {
    const folder = join(repository, "packages", "akin-browser");
    const network = new SmallNetwork(readFileSync(join(folder, "src/sight/akin-small.bin")));
    const rgb = drawnRaster(WIDTH, HEIGHT);
    const load = loadavg()[0] ?? Number.NaN;
    const before = process.cpuUsage();
    const times = Array.from({ length: RUNS }, () => {
      const start = performance.now();
      network.embed(rgb, WIDTH, HEIGHT);
      return performance.now() - start;
    });
    const { user, system } = process.cpuUsage(before);
    print("Node measured");
    const perSecond = await onTwoCores();
    const own = network.sumsOf(rgb, WIDTH, HEIGHT);
    const seen = await inChromium(repository, folder);
    const differing = own.filter((sum, i) => sum !== seen.sums[i]).length;
    return {
      figures: [
        figure("load average before measuring", load, ""),
        figure("Node: processor's time for a picture", (user + system) / 1000 / RUNS, "ms"),
        figure("Node, one core: a picture", median(times), "ms"),
        figure("Node, two cores: pictures", perSecond, "photos/s", { atLeast: 150 }),
        figure("Chromium, one thread: a picture", median(seen.times), "ms", { atMost: 40 }),
        figure("Chromium: to be ready, weights fetched", seen.opening, "ms"),
        figure("numbers that differ between Node and Chromium", differing, "", { atMost: 0 }),
      ],
      tables: [],
    };
  },
};

async function onTwoCores(): Promise<number> {
  const start = performance.now();
  await Promise.all(
    Array.from({ length: THREADS }, () => {
      const worker = new Worker(new URL("./sight/embed-many.js", import.meta.url), {
        workerData: { width: WIDTH, height: HEIGHT, runs: RUNS },
      });
      return new Promise<void>((resolve, reject) => {
        worker.once("error", reject);
        worker.once("exit", () => resolve());
      });
    }),
  );
  return (1000 * THREADS * RUNS) / (performance.now() - start);
}

interface Seen {
  times: number[];
  opening: number;
  sums: number[];
}

async function inChromium(repository: string, folder: string): Promise<Seen> {
  const link = new SlowLink(1, 0);
  link.throttled = false;
  const built = join(repository, "bench", "dist", "sight");
  const host = await startHost([join(folder, "dist"), join(folder, "src"), built], link);
  const browser = await launchBrowser(repository);
  try {
    const page = await browser.newPage();
    // Any page of this host, whose code may then be imported.
    await page.goto(`${host.url}index.js`);
    return await page.evaluate(
      async ([url, width, height, runs]) => {
        const { SmallNetwork } = await import(`${url}sight/index.js`);
        const { drawnRaster } = await import(`${url}drawn-raster.js`);
        const start = performance.now();
        const response = await fetch(`${url}sight/akin-small.bin`);
        const network = new SmallNetwork(new Uint8Array(await response.arrayBuffer()));
        const opening = performance.now() - start;
        const rgb: Uint8Array = drawnRaster(width, height);
        const times = Array.from({ length: runs }, () => {
          const start = performance.now();
          network.embed(rgb, width, height);
          return performance.now() - start;
        });
        const sums: number[] = [...network.sumsOf(rgb, width, height)];
        return { times, opening, sums };
      },
      [host.url, WIDTH, HEIGHT, RUNS] as const,
    );
  } finally {
    await browser.close();
    host.close();
  }
}
