import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** A page that has been opened, and all that went wrong or was asked for since. */
export interface Visit {
  page: Page;
  /** What was written to the console, and uncaught errors, of workers too. */
  problems: string[];
  /** URLs of all requests, those of workers too. */
  requested: string[];
  close(): Promise<void>;
}

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** The browser that AKIN_BROWSER names, or an installed one. */
export async function launchBrowser(): Promise<Browser> {
  // Plain JavaScript without types: it also runs before anything is installed.
  const scripts = new URL("../../scripts/find-browser.mjs", import.meta.url).href;
  const { findBrowser } = await import(scripts);
  const executablePath: unknown = await findBrowser({ install: false });
  if (typeof executablePath !== "string") {
    throw new Error("These tests need Chromium or Chrome: install one, or set AKIN_BROWSER.");
  }
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  return await chromium.launch({ executablePath, args });
}

/**
 * What is written to the console because of the test itself: React's hint, `serviceWorkers: "block"`, and WebGL where a
 * program draws it.
 */
const NO_PROBLEM =
  /Download the React DevTools|Service Worker registration blocked by Playwright|GL Driver Message/;

/**
 * Opens an address as a new visitor, with an empty cache. Without the gallery's service worker, behind which no route of a
 * test is asked, unless `serviceWorkers` is `allow`.
 */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: DESKTOP,
    locale: "en-US",
    serviceWorkers: "block",
    ...options,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  const requested: string[] = [];
  context.on("console", (message) => {
    if (NO_PROBLEM.test(message.text())) return;
    problems.push(`${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (error) => problems.push(`uncaught: ${error.error()}`));
  context.on("request", (request) => requested.push(request.url()));
  await page.goto(url);
  return { page, problems, requested, close: () => context.close() };
}
