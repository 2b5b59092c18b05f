/// <reference lib="dom" />
import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe-core finds wrong in the page as it is, by all of its rules: a line each. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // Not as a script of the page, which its rules would forbid.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help} ${target.join(" ")} ${failureSummary}`,
    ),
  );
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
