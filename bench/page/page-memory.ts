import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";

/**
 * Memory of the browser's renderer processes that no other process shares, in MB: all of the page but its decoded
 * pictures on a graphics card. Linux only.
 *
 * @returns that of the largest, which is the page's when no other is open
 */
export async function pageMemory(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const renderers = processInfo.filter(({ type }) => type === "renderer");
    return Math.max(...renderers.map(({ id }) => anonymousMegabytes(id)));
  } finally {
    await session.detach();
  }
}

function anonymousMegabytes(process: number): number {
  const status = readFileSync(`/proc/${process}/status`, "utf8");
  const kilobytes = /^RssAnon:\s+(\d+) kB/m.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error(`/proc/${process}/status has no RssAnon.`);
  return Number(kilobytes) / 1024;
}
