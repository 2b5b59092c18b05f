import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from "vitest";
import { type BrowserTest, startBrowserTest, type TestPage } from "./browser-test.js";
import { noBrowser } from "./find-browser.js";

/** What the tests of one file share; the page is a new one in each test. */
export interface Tested {
  readonly page: TestPage;
  readonly server: BrowserTest["server"];
  readonly manifest: BrowserTest["manifest"];
  /** What the server serves. */
  readonly folder: string;
  /** Messages that the test provokes; whatever else is on the console fails it. */
  expectConsole(messages: RegExp): void;
}

/** Tests in a real browser; left out where AKIN_NO_BROWSER is set. */
export function describeInBrowser(name: string, define: (tested: Tested) => void): void {
  describe.skipIf(noBrowser)(name, { timeout: 30_000 }, () => {
    let browser: BrowserTest | undefined;
    let page: TestPage | undefined;
    let expected: RegExp | null = null;

    beforeAll(async () => {
      browser = await startBrowserTest();
    }, 120_000);
    afterAll(() => browser?.close());
    beforeEach(async () => {
      expected = null;
      page = await started(browser).open();
    });
    afterEach(async () => {
      started(browser).server.restore();
      const opened = started(page);
      expect(opened.console.filter((line) => !expected?.test(line))).toEqual([]);
      await opened.context().close();
    });

    define({
      get page() {
        return started(page);
      },
      get server() {
        return started(browser).server;
      },
      get folder() {
        return started(browser).folder;
      },
      get manifest() {
        return started(browser).manifest;
      },
      expectConsole(messages) {
        expected = messages;
      },
    });
  });
}

function started<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The browser has not started.");
  return value;
}
