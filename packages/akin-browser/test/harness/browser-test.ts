import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import type { Manifest } from "../../src/format/index.js";
import { buildPage } from "./build-page.js";
import { findBrowser } from "./find-browser.js";
import { writeFixtureSite } from "./fixture-site.js";
import { serve, type TestServer } from "./serve.js";

export interface TestPage extends Page {
  /** Everything the page and its workers wrote to the console, and uncaught errors. */
  console: string[];
  /** Paths of all requests, workers' included. */
  requested: string[];
}

export interface BrowserTest {
  server: TestServer;
  /** What it serves. */
  folder: string;
  /** The manifest of the undamaged site, `/good/`. */
  manifest: Manifest;
  open(): Promise<TestPage>;
  close(): Promise<void>;
}

/** A name of this computer that browsers don't take for secure, as they do 127.0.0.1. */
export const INSECURE_HOST = "insecure.test";

const FLAGS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/** A browser, the bundled test page at `/page/`, and fixture sites: `/good/`, `/encoded/`, `/future/`. */
export async function startBrowserTest(): Promise<BrowserTest> {
  const executablePath = findBrowser();
  const folder = mkdtempSync(join(tmpdir(), "akin-browser-test-"));
  const manifest = await writeFixtureSite(join(folder, "good"));
  await writeFixtureSite(join(folder, "future"), { format: 2 });
  await buildPage(join(folder, "page"));
  const server = await serve(folder);
  const browser = await chromium.launch({
    executablePath,
    args: [...FLAGS.split(" "), `--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1`],
  });
  return {
    server,
    folder,
    manifest,
    open: () => openPage(browser, `${server.url}page/index.html`),
    async close() {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openPage(browser: Browser, url: string): Promise<TestPage> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const output: string[] = [];
  const requested: string[] = [];
  context.on("console", (message) => {
    const text = message.text();
    // Development builds of React say this; they are used because only they mount twice in StrictMode.
    if (!text.includes("Download the React DevTools")) output.push(`${message.type()}: ${text}`);
  });
  context.on("weberror", (error) => output.push(`uncaught: ${error.error()}`));
  context.on("request", (request) => requested.push(new URL(request.url()).pathname));
  await page.goto(url);
  return Object.assign(page, { console: output, requested });
}
