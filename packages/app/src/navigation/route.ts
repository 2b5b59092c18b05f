import type { PhotoFilter } from "akin-browser";
import { appendExamples, type Example, parseExamples, parseId } from "./example.js";
import { filterParams, parseFilter } from "./filter-params.js";

/** What lies below an open photo. */
export type Page =
  /** The grid by day; with a filter its results, an album's photos among them. */
  | { view: "photos"; filter: PhotoFilter }
  | { view: "albums" }
  /** @property at latitude, longitude and zoom, as the map's page writes them; null for all of it */
  | { view: "places"; at: string | null }
  /** @property at x, y and scale, in the same way */
  | { view: "likeness"; at: string | null }
  | AlikePage
  /** The address makes no sense. */
  | { view: "unknown" };

/** Photos like some examples and unlike others, among those of a filter. */
export interface AlikePage {
  view: "alike";
  plus: readonly Example[];
  minus: readonly Example[];
  by: "subject" | "look";
  filter: PhotoFilter;
  /** How many photos are to be seen; undefined for as many as are really alike. */
  show?: number | undefined;
}

/** What the address asks for. */
export interface Route {
  page: Page;
  /** The id of the photo that is open over the page. */
  photo: number | null;
}

/** @param search the address's query, with or without `?` */
export function parseRoute(search: string): Route {
  const params = new URLSearchParams(search);
  const photo = params.get("photo");
  const id = photo === null ? null : parseId(photo);
  if (id === undefined) return { page: { view: "unknown" }, photo: null };
  return { page: parsePage(params), photo: id };
}

function parsePage(params: URLSearchParams): Page {
  const view = params.get("view");
  const at = params.get("at");
  if (view === "albums") return { view };
  if (view === "places" || view === "likeness") return { view, at };
  if (view !== null) return { view: "unknown" };
  const filter = parseFilter(params);
  const plus = parseExamples(params, "plus");
  const minus = parseExamples(params, "minus");
  if (plus === undefined || minus === undefined) return { view: "unknown" };
  if (plus.length + minus.length === 0) return { view: "photos", filter };
  const by = params.get("by") === "look" ? "look" : "subject";
  const show = Number(/^[1-9]\d{0,3}$/.exec(params.get("show") ?? "")?.[0]) || undefined;
  return { view: "alike", plus, minus, by, filter, show };
}

/** A link to a page, and to a photo over it, relative to whatever folder the site is published in. */
export function hrefOf(page: Page, photo: number | null = null): string {
  const params = paramsOf(page);
  if (photo !== null) params.append("photo", String(photo));
  const text = params.toString();
  // Without a query a link would keep that of the page it is on.
  return text === "" ? "./" : `?${text.replaceAll("%2C", ",").replaceAll("%2F", "/")}`;
}

function paramsOf(page: Page): URLSearchParams {
  const params = new URLSearchParams();
  if (page.view === "photos") return filterParams(page.filter);
  if (page.view === "alike") {
    appendExamples(params, page.plus, page.minus);
    if (page.by === "look") params.append("by", "look");
    if (page.show !== undefined) params.append("show", String(page.show));
    for (const [key, value] of filterParams(page.filter)) params.append(key, value);
  } else if (page.view !== "unknown") {
    params.append("view", page.view);
    if (page.view !== "albums" && page.at !== null) params.append("at", page.at);
  }
  return params;
}

/** Whether two pages are the same but for where one looks in them. */
export function isSamePage(one: Page, other: Page): boolean {
  const anywhere = (page: Page): Page => {
    if (page.view === "alike") return { ...page, show: undefined };
    return "at" in page ? { ...page, at: null } : page;
  };
  return hrefOf(anywhere(one)) === hrefOf(anywhere(other)) && one.view === other.view;
}
