import { Listeners } from "../listeners.js";
import { contentTopOf, pageTopOf } from "./scroll-scale.js";

/** Firefox draws nothing below 17.9 million pixels of a page, Chromium and Safari below 33.5. */
export const TALLEST = 16_000_000;

/** A movement by more pixels at once was made at the scroll bar, or by a key that goes to an end; */
const JUMP = 4000;

/** but for so many milliseconds after a wheel or a finger, by these, on a machine that was too busy to show the way. */
const HAND_MS = 1000;

/** When the page has been still for so long, in milliseconds, its scroll bar is put right: earlier would cut movements short. */
const REST_MS = 200;

/** So many pixels it may be wrong. */
const NEAR = 2000;

/**
 * How far the page is scrolled, in pixels of its content, which may be longer than a page can be. Then `shift` of it are
 * above what the browser knows of: fingers and wheels move the content as far as the page, the scroll bar moves it farther.
 */
class PageScroll {
  /** Told of each movement, and when the window's size changes. */
  readonly listeners = new Listeners();
  #excess = 0;
  #shift = 0;
  /** Where the page stood when that was last looked at. */
  #seen = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  /** When a wheel or a finger moved the page last. */
  #movedByHand = -Infinity;

  constructor() {
    addEventListener("scroll", () => this.#scrolled(), { passive: true });
    addEventListener("scrollend", () => this.#settleSoon());
    addEventListener("resize", () => this.listeners.changed());
    for (const kind of ["wheel", "touchmove"] as const) {
      const moved = () => {
        this.#movedByHand = performance.now();
        clearTimeout(this.#rest);
      };
      addEventListener(kind, moved, { passive: true });
    }
  }

  readonly shift = (): number => this.#shift;

  /** What of the content is at the top of the window. */
  top(): number {
    this.#look();
    return scrollY + this.#shift;
  }

  /** How far one can scroll, at least 1. */
  range(): number {
    return Math.max(1, pageRange() + this.#excess);
  }

  to(top: number): void {
    if (this.#excess === 0) {
      scrollTo({ top, behavior: "instant" });
      return;
    }
    const before = scrollY;
    const target = Math.max(0, Math.min(this.range(), top));
    scrollTo({ top: pageTopOf(target, pageRange(), this.#excess), behavior: "instant" });
    this.#seen = scrollY;
    this.#shift = Math.round(target - scrollY);
    // Else the browser tells, before it draws.
    if (scrollY === before) this.listeners.changed();
  }

  /** @param excess how much longer the content is than the page */
  setExcess(excess: number): void {
    if (excess === this.#excess) return;
    this.#look();
    this.#excess = excess;
    this.#seen = scrollY;
    if (this.#shift <= excess) return;
    this.#shift = excess;
    this.listeners.changed();
  }

  #scrolled(): void {
    this.#look();
    if (this.#excess > 0) {
      clearTimeout(this.#rest);
      const isAtEnd = scrollY <= 0 || scrollY >= pageRange();
      if (isAtEnd) this.#settle();
      else if (!("onscrollend" in window)) this.#settleSoon();
    }
    this.listeners.changed();
  }

  #settleSoon(): void {
    clearTimeout(this.#rest);
    if (this.#excess > 0) this.#rest = setTimeout(() => this.#settle(), REST_MS);
  }

  /** Follows the scroll bar. */
  #look(): void {
    if (this.#excess === 0) return;
    const moved = Math.abs(scrollY - this.#seen);
    this.#seen = scrollY;
    if (moved < JUMP || performance.now() - this.#movedByHand < HAND_MS) return;
    this.#shift = Math.round(contentTopOf(scrollY, pageRange(), this.#excess) - scrollY);
  }

  /** Puts the page where its content belongs, which stays where it is. */
  #settle(): void {
    const top = this.top();
    const wrong = pageTopOf(top, pageRange(), this.#excess) - scrollY;
    if (Math.abs(wrong) > NEAR || this.#isStuck(top)) this.to(top);
  }

  /** Whether the page can't be scrolled to where the content goes on. */
  #isStuck(top: number): boolean {
    const isAtTop = scrollY <= 0 && top > 0;
    return isAtTop || (scrollY >= pageRange() && top < this.range());
  }
}

function pageRange(): number {
  return document.documentElement.scrollHeight - innerHeight;
}

/** Of the page as a whole: there is one. */
export const pageScroll = new PageScroll();
