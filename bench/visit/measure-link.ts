import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { type Figure, figure } from "../benchmark.js";
import { median } from "../median.js";
import { buildPage } from "./build-page.js";
import { SlowLink } from "./slow-link.js";
import { startHost } from "./static-host.js";
import { inNewContext } from "./visits.js";

const BYTES = 1_000_000;
const TURNS = 3;

/** How long a megabyte takes in the page and in a worker: both should have the line's speed. */
export async function measureLink(
  browser: Browser,
  megabits: number,
  latencyMs: number,
): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "akin-bench-link-"));
  const host = await startHost([folder], new SlowLink(megabits, latencyMs));
  const times: Record<"page" | "worker", number[]> = { page: [], worker: [] };
  try {
    await buildPage(join(folder, "visit"));
    writeFileSync(join(folder, "megabyte"), Buffer.alloc(BYTES, "akin"));
    for (let turn = 0; turn < TURNS; turn++) {
      for (const from of ["page", "worker"] as const) {
        await inNewContext(browser, async (page) => {
          await page.goto(`${host.url}visit/`);
          await page.waitForFunction(() => "visit" in window);
          const call = { type: "fetch", path: "/megabyte", from } as const;
          times[from].push((await page.evaluate((asked) => window.visit(asked), call)).ms);
        });
      }
    }
  } finally {
    host.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const nominal = { name: "nominal", value: (BYTES * 8) / (megabits * 1000) + latencyMs };
  return [
    figure("the line: 1 MB to the page", median(times.page), "ms", { peer: nominal }),
    figure("the line: 1 MB to a worker", median(times.worker), "ms", { peer: nominal }),
  ];
}
