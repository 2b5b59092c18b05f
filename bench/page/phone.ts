import type { Browser, Page } from "playwright-core";

/** Lighthouse's phone of the middle range: a quarter of this machine's speed. */
const SLOW_DOWN = 4;

/** Opens a page on a phone whose browser has nothing in its cache; what goes wrong in it ends the measurement. */
export async function onPhone<T>(
  browser: Browser,
  init: () => void,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true,
  });
  const errors: unknown[] = [];
  context.on("weberror", (error) => errors.push(error.error()));
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN });
    await page.addInitScript(init);
    const result = await use(page);
    if (errors.length > 0) throw errors[0];
    return result;
  } finally {
    await context.close();
  }
}
