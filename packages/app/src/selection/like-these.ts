import { type Example, joinExamples, withoutExamples } from "../navigation/example.js";
import type { AlikePage, Page } from "../navigation/route.js";

/** Photos like these among those of the page's filter; on a page of similar photos beside those that are there. */
export function likeThese(page: Page, examples: readonly Example[]): AlikePage {
  const before = alikePage(page);
  return {
    ...before,
    plus: joinExamples(before.plus, examples),
    minus: withoutExamples(before.minus, examples),
  };
}

/** The same, but less like these. */
export function unlikeThese(page: Page, examples: readonly Example[]): AlikePage {
  const before = alikePage(page);
  return {
    ...before,
    plus: withoutExamples(before.plus, examples),
    minus: joinExamples(before.minus, examples),
  };
}

/** By subject, since looks are stored for single photos; and as many as are really alike. */
function alikePage(page: Page): AlikePage {
  if (page.view === "alike") return { ...page, by: "subject", show: undefined };
  const filter = page.view === "photos" ? page.filter : {};
  return { view: "alike", plus: [], minus: [], by: "subject", filter };
}
