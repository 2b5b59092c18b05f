import { Listeners } from "../listeners.js";
import { recall, remember } from "../remember.js";

const KEY = "akin-recent-searches";
const MOST = 6;

/** Texts that were searched for lately in this browser, the last one first. */
class RecentSearches {
  readonly listeners = new Listeners();
  #texts: readonly string[] = parse(recall(KEY));

  /** For `useSyncExternalStore`. */
  readonly get = (): readonly string[] => this.#texts;

  add(text: string): void {
    const others = this.#texts.filter((each) => each.toLowerCase() !== text.toLowerCase());
    this.#set([text, ...others].slice(0, MOST));
  }

  remove(text: string): void {
    this.#set(this.#texts.filter((each) => each !== text));
  }

  clear(): void {
    this.#set([]);
  }

  #set(texts: readonly string[]): void {
    this.#texts = texts;
    remember(KEY, texts.length === 0 ? null : JSON.stringify(texts));
    this.listeners.changed();
  }
}

/** What another version of the page has stored, or somebody by hand, is no reason to fail. */
function parse(stored: string | null): string[] {
  try {
    const texts: unknown = JSON.parse(stored ?? "[]");
    return Array.isArray(texts) ? texts.filter((text) => typeof text === "string") : [];
  } catch {
    return [];
  }
}

export const recentSearches = new RecentSearches();
