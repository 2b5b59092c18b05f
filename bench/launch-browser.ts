import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";

const FLAGS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

interface FindBrowser {
  findBrowser(options: { install: boolean }): Promise<string | undefined>;
}

/** Starts the browser that `scripts/find-browser.mjs` finds. @throws Error if there is none */
export async function launchBrowser(repository: string): Promise<Browser> {
  const script = pathToFileURL(join(repository, "scripts", "find-browser.mjs")).href;
  const { findBrowser }: FindBrowser = await import(script);
  const executablePath = await findBrowser({ install: false });
  if (executablePath === undefined) {
    throw new Error("No Chrome or Chromium found: install one, or set AKIN_BROWSER to its path.");
  }
  return await chromium.launch({ executablePath, args: FLAGS.split(" ") });
}
