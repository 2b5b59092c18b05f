import type { BlockAnchor } from "../layout/scroll-anchor.js";
import { Listeners } from "../listeners.js";
import { photoTransition } from "./photo-transition.js";
import { hrefOf, isSamePage, type Page, parseRoute, type Route } from "./route.js";

/** What a history entry keeps. */
interface Entry {
  /** Steps since the page below the photo; null if the visit began at a photo. */
  depth: number | null;
  /** The photo that the page below was left at: its tile is shown again on the way back. */
  origin: number | null;
  /** Where the grid stood when the page was left. */
  place?: BlockAnchor | undefined;
}

/**
 * Where the visitor is, tied to the browser's history. Its own copy of the address changes only within the view
 * transition, so that the old view stands still until it has been captured.
 */
class Navigation {
  readonly listeners = new Listeners();
  #route: Route = parseRoute(location.search);
  #origin: number | null = this.#entry().origin;

  constructor() {
    // Pages keep their places themselves: their height is not yet known when the browser would scroll.
    history.scrollRestoration = "manual";
    addEventListener("popstate", (event) => this.#arrive(event.hasUAVisualTransition));
  }

  readonly route = (): Route => this.#route;

  /** The photo whose tile the page should have in view. */
  readonly origin = (): number | null => this.#origin;

  /** Goes to a page; back returns. */
  go(page: Page): void {
    history.pushState({ depth: 0, origin: null } satisfies Entry, "", addressOf(page));
    this.#arrive(true);
  }

  /** Changes the page's address without a step in the history: while one types, or moves a map. */
  replace(page: Page): void {
    if (this.#route.photo !== null) return;
    history.replaceState(this.#entry(), "", addressOf(page));
    this.#arrive(true);
  }

  /** Goes to a photo; back returns. @param from the element that grows into it */
  openPhoto(id: number, from: Element | null): void {
    const { depth, origin } = this.#entry();
    const entry: Entry =
      this.#route.photo === null
        ? { depth: 1, origin: id }
        : { depth: depth === null ? null : depth + 1, origin };
    history.pushState(entry, "", addressOf(this.#route.page, id));
    this.#arrive(false, from);
  }

  /** Goes to a photo beside this one in the list; back does not stop at each photo on the way. */
  replacePhoto(id: number): void {
    const { depth, origin } = this.#entry();
    const followed = depth === null || depth === 1;
    const entry: Entry = { depth, origin: followed ? id : origin };
    history.replaceState(entry, "", addressOf(this.#route.page, id));
    this.#arrive(true);
  }

  /** Back to the page below, however far it is. */
  closePhoto(): void {
    const { depth, origin } = this.#entry();
    if (depth !== null && depth > 0) {
      history.go(-depth);
      return;
    }
    const { page } = this.#route;
    const below: Page = page.view === "unknown" ? { view: "photos", filter: {} } : page;
    history.replaceState({ depth: 0, origin } satisfies Entry, "", addressOf(below));
    this.#arrive(false);
  }

  /** Remembers the grid's place for a reload, or for the way back from another page. */
  keepPlace(place: BlockAnchor | undefined): void {
    history.replaceState({ ...this.#entry(), place }, "");
  }

  keptPlace(): BlockAnchor | undefined {
    const state: Partial<Entry> | null = history.state;
    return state?.place;
  }

  #entry(): Entry {
    const state: Partial<Entry> | null = history.state;
    const { photo } = parseRoute(location.search);
    return {
      depth: state?.depth ?? (photo === null ? 0 : null),
      origin: state?.origin ?? photo,
    };
  }

  #arrive(still: boolean, from: Element | null = null): void {
    const before = this.#route;
    const route = parseRoute(location.search);
    const isSame = isSamePage(before.page, route.page);
    const update = () => {
      // Before the new page is drawn, which may know a better place.
      if (!isSame) scrollTo({ top: 0, behavior: "instant" });
      this.#route = route;
      if (route.photo !== null) this.#origin = this.#entry().origin;
      else if (!isSame) this.#origin = null;
      this.listeners.changed();
    };
    const isBeside = (before.photo === null) === (route.photo === null) && from === null;
    photoTransition({ before, after: route, update, from, still: still || isBeside || !isSame });
  }
}

/** Without a query the path as it is, be it the folder or its index.html. */
function addressOf(page: Page, photo: number | null = null): string {
  const href = hrefOf(page, photo);
  return href.startsWith("?") ? href : location.pathname;
}

export const navigation = new Navigation();
