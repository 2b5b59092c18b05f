import { keepShownPictures } from "./keep-shown-pictures.js";

/** Of this page, beside which the service worker lies. */
const SCRIPT = "./sw.js";

/**
 * Has the gallery kept for when there is no network, where browsers allow it (https and localhost). Waits until the page
 * has nothing better to do.
 */
export async function registerServiceWorker(): Promise<void> {
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
  await untilIdle();
  const isFirstVisit = navigator.serviceWorker.controller === null;
  keepShownPictures();
  try {
    await navigator.serviceWorker.register(SCRIPT, { updateViaCache: "none" });
  } catch {
    // Storage is blocked, as in private windows, or the network is gone: the gallery works without.
    return;
  }
  if (!isFirstVisit) return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(performance.getEntriesByType("resource").map(({ name }) => name));
}

async function untilIdle(): Promise<void> {
  if (document.readyState !== "complete") {
    await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  }
  await new Promise<unknown>((resolve) => {
    // Safari has no requestIdleCallback.
    if ("requestIdleCallback" in window) requestIdleCallback(resolve, { timeout: 5000 });
    else setTimeout(resolve, 1000);
  });
}
