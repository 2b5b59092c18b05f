import { readFileSync } from "node:fs";
import type { BareBrowser } from "./bare-browser.js";

interface ProcessInfo {
  processInfo: { type: string; id: number }[];
}

/**
 * Memory of the browser's renderer processes that no other process shares, in MB: all of the page and its service worker
 * but what the page looks like. Linux only.
 *
 * @returns that of the largest, which is the page's when no other is open
 */
export async function pageMemory(browser: BareBrowser): Promise<number> {
  const { processInfo } = await browser.call<ProcessInfo>("SystemInfo.getProcessInfo");
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  return Math.max(...renderers.map(({ id }) => anonymousMegabytes(id)));
}

function anonymousMegabytes(process: number): number {
  const status = readFileSync(`/proc/${process}/status`, "utf8");
  const kilobytes = /^RssAnon:\s+(\d+) kB/m.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error(`/proc/${process}/status has no RssAnon.`);
  return Number(kilobytes) / 1024;
}
