import type { BlockAnchor } from "../layout/scroll-anchor.js";
import { Listeners } from "../listeners.js";
import type { TrailStep } from "../trail/store-trail.js";
import { trail } from "../trail/trail.js";
import { addressOf, currentEntry, DEEPEST, type Entry, keptPlace } from "./entry.js";
import { photoTransition } from "./photo-transition.js";
import { isSamePage, type Page, parseRoute, type Route } from "./route.js";

/**
 * Where the visitor is, tied to the browser's history. Its own copy of the address changes only within the view
 * transition, so that the old view stands still until it has been captured.
 */
class Navigation {
  readonly listeners = new Listeners();
  #route: Route = parseRoute(location.search);
  #origin: number | null = currentEntry().origin;
  /** The step of the trail that one is on the way to. */
  #goal: TrailStep | null = null;

  constructor() {
    const entry = currentEntry();
    if (history.state === null) trail.forget();
    const step = trail.arrive(this.#route.photo, entry.index, entry.step);
    history.replaceState({ ...entry, place: keptPlace(), step }, "");
    // Pages keep their places themselves: their height is not yet known when the browser would scroll.
    history.scrollRestoration = "manual";
    addEventListener("popstate", (event) => this.#arriveByHistory(event.hasUAVisualTransition));
  }

  readonly route = (): Route => this.#route;

  /** The photo whose tile the page should have in view. */
  readonly origin = (): number | null => this.#origin;

  /** Goes to a page; back returns. */
  go(page: Page): void {
    const index = currentEntry().index + 1;
    trail.leave(index);
    const entry: Entry = { depth: 0, origin: null, index, step: null };
    history.pushState(entry, "", addressOf(page));
    this.#arrive(true);
  }

  /** Changes the page's address without a step in the history: while one types, or moves a map. */
  replace(page: Page): void {
    if (this.#route.photo !== null) return;
    history.replaceState(currentEntry(), "", addressOf(page));
    this.#arrive(true);
  }

  /** Goes to a photo; back returns. @param from the element that grows into it */
  openPhoto(id: number, from: Element | null): void {
    this.#pushPhoto(id);
    this.#arrive(false, from);
  }

  /** Goes to a photo beside this one in the list; back does not stop at each photo on the way. */
  replacePhoto(id: number): void {
    trail.replace(id);
    this.#replacePhoto(id, currentEntry());
  }

  /** Goes on to the next photo of a walk: a step of the trail, while back returns to where the walk began. */
  walkOn(id: number): void {
    const entry = currentEntry();
    if (entry.isWalk) {
      this.#replacePhoto(id, { ...entry, step: trail.add(id, entry.index) });
      return;
    }
    this.#pushPhoto(id, { isWalk: true });
    this.#arrive(true);
  }

  /** Goes to a photo that one has been at. */
  goToStep(step: TrailStep): void {
    const entry = currentEntry();
    if (step.entry === entry.index) {
      trail.arrive(step.photo, step.entry, step.key);
      this.#replacePhoto(step.photo, { ...entry, step: step.key });
      return;
    }
    this.#goal = step;
    history.go(step.entry - entry.index);
  }

  /** Back to the page below, however far it is. */
  closePhoto(): void {
    const { depth, origin, index } = currentEntry();
    if (depth !== null && depth > 0) {
      history.go(-depth);
      return;
    }
    const { page } = this.#route;
    const below: Page = page.view === "unknown" ? { view: "photos", filter: {} } : page;
    const entry: Entry = { depth: 0, origin, index, step: null };
    history.replaceState(entry, "", addressOf(below));
    this.#arrive(false);
  }

  /** Remembers the grid's place for a reload, or for the way back from another page. */
  keepPlace(place: BlockAnchor | undefined): void {
    history.replaceState({ ...currentEntry(), place }, "");
  }

  keptPlace(): BlockAnchor | undefined {
    return keptPlace();
  }

  #pushPhoto(id: number, more: Pick<Entry, "isWalk"> = {}): void {
    const { depth, origin, index } = currentEntry();
    const isFirst = this.#route.photo === null;
    // An entry of its own as long as there is room for it.
    const isKept = depth !== null && depth >= DEEPEST;
    const at = isKept ? index : index + 1;
    const below = isFirst ? 0 : depth;
    const entry: Entry = {
      depth: isKept || below === null ? depth : below + 1,
      origin: isFirst ? id : origin,
      index: at,
      step: trail.add(id, at),
      ...more,
    };
    const address = addressOf(this.#route.page, id);
    if (isKept) history.replaceState(entry, "", address);
    else history.pushState(entry, "", address);
  }

  #replacePhoto(id: number, entry: Entry): void {
    const { depth, origin } = entry;
    const followed = depth === null || depth === 1;
    const replaced: Entry = { ...entry, origin: followed ? id : origin };
    history.replaceState(replaced, "", addressOf(this.#route.page, id));
    this.#arrive(true);
  }

  /** Takes the trail along when the browser has gone back or forward. */
  #arriveByHistory(still: boolean): void {
    const entry = currentEntry();
    const goal = this.#goal?.entry === entry.index ? this.#goal : null;
    this.#goal = null;
    const photo = goal?.photo ?? parseRoute(location.search).photo;
    const step = trail.arrive(photo, entry.index, goal?.key ?? entry.step);
    const { page } = parseRoute(location.search);
    const address = goal === null ? undefined : addressOf(page, photo);
    history.replaceState({ ...entry, place: keptPlace(), step }, "", address);
    this.#arrive(still);
  }

  #arrive(still: boolean, from: Element | null = null): void {
    const before = this.#route;
    const route = parseRoute(location.search);
    const isSame = isSamePage(before.page, route.page);
    const update = () => {
      // Before the new page is drawn, which may know a better place.
      if (!isSame) scrollTo({ top: 0, behavior: "instant" });
      this.#route = route;
      if (route.photo !== null) this.#origin = currentEntry().origin;
      else if (!isSame) this.#origin = null;
      this.listeners.changed();
    };
    const isBeside = (before.photo === null) === (route.photo === null) && from === null;
    photoTransition({ before, after: route, update, from, still: still || isBeside || !isSame });
  }
}

export const navigation = new Navigation();
