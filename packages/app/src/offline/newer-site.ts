import { Listeners } from "../listeners.js";

/**
 * Whether the site is newer than what the page shows: the service worker has shown what it had kept, because the network let
 * wait, and has heard since.
 */
class NewerSite {
  readonly listeners = new Listeners();
  #isNewer = false;

  /** For `useSyncExternalStore`. */
  readonly get = (): boolean => this.#isNewer;

  /** From the start of the page on: what is said before anybody listens is lost. */
  listen(): void {
    if (!("serviceWorker" in navigator)) return;
    navigator.serviceWorker.addEventListener("message", ({ data }) => {
      if (data !== "newer") return;
      this.#isNewer = true;
      this.listeners.changed();
    });
  }
}

export const newerSite = new NewerSite();
