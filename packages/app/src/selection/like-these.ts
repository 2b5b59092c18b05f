import type { AlikePage, Page } from "../navigation/route.js";

/** Photos like these among those of the page's filter; on a page of similar photos beside those that are there. */
export function likeThese(page: Page, ids: readonly number[]): AlikePage {
  const before = alikePage(page);
  return {
    ...before,
    plus: [...new Set([...before.plus, ...ids])],
    minus: before.minus.filter((id) => !ids.includes(id)),
  };
}

/** The same, but less like these. */
export function unlikeThese(page: Page, ids: readonly number[]): AlikePage {
  const before = alikePage(page);
  return {
    ...before,
    plus: before.plus.filter((id) => !ids.includes(id)),
    minus: [...new Set([...before.minus, ...ids])],
  };
}

/** By subject, since looks are stored for single photos; and as many as are really alike. */
function alikePage(page: Page): AlikePage {
  if (page.view === "alike") return { ...page, by: "subject", show: undefined };
  const filter = page.view === "photos" ? page.filter : {};
  return { view: "alike", plus: [], minus: [], by: "subject", filter };
}
