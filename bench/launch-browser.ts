import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { BareBrowser } from "./page/bare-browser.js";

const flags =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(
    " ",
  );

interface FindBrowser {
  findBrowser(options: { install: boolean }): Promise<string | undefined>;
}

/** Starts the browser that `scripts/find-browser.mjs` finds. @throws Error if there is none */
export async function launchBrowser(repository: string): Promise<Browser> {
  return await chromium.launch({ executablePath: await executable(repository), args: flags });
}

/** The same, watched by nothing. */
export async function launchBareBrowser(repository: string): Promise<BareBrowser> {
  return BareBrowser.launch(await executable(repository), flags);
}

async function executable(repository: string): Promise<string> {
  const script = pathToFileURL(join(repository, "scripts", "find-browser.mjs")).href;
  const { findBrowser }: FindBrowser = await import(script);
  const executablePath = await findBrowser({ install: false });
  if (executablePath === undefined) {
    throw new Error("No Chrome or Chromium found: install one, or set AKIN_BROWSER to its path.");
  }
  return executablePath;
}
