import type { BlockAnchor } from "../layout/scroll-anchor.js";
import { Listeners } from "../listeners.js";
import { photoTransition } from "./photo-transition.js";
import { parseRoute, photoHref, type Route } from "./route.js";

/** What a history entry keeps. */
interface Entry {
  /** Steps since the grid; null if the visit began at a photo. */
  depth: number | null;
  /** The photo that the grid was left at: its tile is shown again on the way back. */
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
    // The grid keeps its place itself: its height is not yet known when the browser would scroll.
    history.scrollRestoration = "manual";
    addEventListener("popstate", (event) => this.#arrive(event.hasUAVisualTransition));
  }

  readonly route = (): Route => this.#route;

  /** The photo whose tile the grid should have in view. */
  readonly origin = (): number | null => this.#origin;

  /** Goes to a photo; back returns. @param from the element that grows into it */
  openPhoto(id: number, from: Element | null): void {
    const { depth, origin } = this.#entry();
    const inGrid = this.#route.view === "grid";
    const entry: Entry = inGrid
      ? { depth: 1, origin: id }
      : { depth: depth === null ? null : depth + 1, origin };
    history.pushState(entry, "", photoHref(id));
    this.#arrive(false, from);
  }

  /** Goes to a photo beside this one in the album; back does not stop at each photo on the way. */
  replacePhoto(id: number): void {
    const { depth, origin } = this.#entry();
    const followed = depth === null || depth === 1;
    history.replaceState({ depth, origin: followed ? id : origin }, "", photoHref(id));
    this.#arrive(true);
  }

  /** Back to the grid, however far it is. */
  closePhoto(): void {
    const { depth, origin } = this.#entry();
    if (depth !== null && depth > 0) {
      history.go(-depth);
      return;
    }
    history.replaceState({ depth: 0, origin }, "", location.pathname);
    this.#arrive(false);
  }

  /** Remembers the grid's place for a reload, or for the way back from another site. */
  keepPlace(place: BlockAnchor | undefined): void {
    history.replaceState({ ...this.#entry(), place }, "");
  }

  keptPlace(): BlockAnchor | undefined {
    const state: Partial<Entry> | null = history.state;
    return state?.place;
  }

  #entry(): Entry {
    const state: Partial<Entry> | null = history.state;
    const start = parseRoute(location.search);
    const origin = start.view === "photo" ? start.id : null;
    return {
      depth: state?.depth ?? (start.view === "grid" ? 0 : null),
      origin: state?.origin ?? origin,
    };
  }

  #arrive(still: boolean, from: Element | null = null): void {
    const before = this.#route;
    const route = parseRoute(location.search);
    const update = () => {
      this.#route = route;
      if (route.view === "photo") this.#origin = this.#entry().origin;
      this.listeners.changed();
    };
    const samePlace = before.view === route.view && from === null;
    photoTransition({ before, after: route, update, from, still: still || samePlace });
  }
}

export const navigation = new Navigation();
