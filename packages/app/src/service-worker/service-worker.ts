import { GalleryCaches } from "./gallery-caches.js";
import { keepPage } from "./keep-page.js";
import { type Kind, kindOf, type LastingKind } from "./kind-of.js";
import { networkFirst } from "./network-first.js";

declare const self: ServiceWorkerGlobalScope;

// What a visitor has seen is there without a network; with one, nothing is ever older than what the host has: only files
// whose names change with their content are taken from a cache unasked.

const SCOPE = self.registration.scope;
const MANIFEST = new URL("data/manifest.json", SCOPE).href;

/** Files of a first visit that are kept at once. */
const AT_ONCE = 6;

const gallery = new GalleryCaches(SCOPE);

/** Once the site has no service worker any more, nothing is kept for the pages that still are this one's. */
let isLeaving = false;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (isLeaving || request.method !== "GET" || request.headers.has("range")) return;
  const kind = kindOfRequest(request);
  if (kind === "page" || request.mode === "navigate") event.respondWith(navigate(event, kind));
  else if (kind === "changing") event.respondWith(changing(event));
  else if (kind === "tiles") event.respondWith(tile(request));
  else if (kind !== null) event.respondWith(lasting(event, request, kind));
});

/** The page tells what it had fetched before this worker was there, and which tiles the visitor has looked at. */
self.addEventListener("message", (event) => {
  const urls: unknown = event.data;
  if (Array.isArray(urls)) event.waitUntil(keepSeen(event, urls.map(String)));
});

async function install(): Promise<void> {
  const shell = await gallery.shell();
  await keepPage(shell, SCOPE, await fetch(SCOPE, { cache: "no-cache" }));
  await shell.add(new Request(MANIFEST, { cache: "no-cache" }));
  await self.skipWaiting();
}

async function activate(): Promise<void> {
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

/** A page, as the host has it now; the gallery's own, as it was last seen, where the host can't be reached. */
async function navigate(event: FetchEvent, kind: Kind | null): Promise<Response> {
  const network = preloaded(event);
  if (kind !== "page") return await network;
  const copy = copyOf(network);
  const find = async () => (await gallery.shell()).match(SCOPE);
  const { response, isKept } = await networkFirst(network, find);
  event.waitUntil(copy.then((page) => page && seePage(page, isKept, event.resultingClientId)));
  return response;
}

async function preloaded(event: FetchEvent): Promise<Response> {
  const response: Response | undefined = await event.preloadResponse;
  return response ?? (await fetch(event.request));
}

async function changing(event: FetchEvent): Promise<Response> {
  const { request, clientId } = event;
  const shell = await gallery.shell();
  const network = fetch(request);
  const copy = copyOf(network);
  const find = () => shell.match(request, { ignoreVary: true });
  const { response, isKept } = await networkFirst(network, find);
  const keep = async (newest: Response) => {
    if (!isWhole(newest)) return;
    const isOther = isKept && (await (await find())?.text()) !== (await newest.clone().text());
    await shell.put(request, newest);
    if (isOther) await tellNewer(clientId);
  };
  event.waitUntil(copy.then((newest) => newest && keep(newest)));
  return response;
}

/** A second copy of an answer, be it late; nothing where there is none, which is told to whom the first one is for. */
async function copyOf(network: Promise<Response>): Promise<Response | undefined> {
  return await network.then(
    (response) => response.clone(),
    () => undefined,
  );
}

/** Tells a page that shows what was kept that the host, which has answered meanwhile, has something else now. */
async function tellNewer(page: string): Promise<void> {
  (await self.clients.get(page))?.postMessage("newer");
}

async function lasting(
  event: ExtendableEvent,
  request: Request,
  kind: LastingKind,
): Promise<Response> {
  const cache = kind === "assets" ? await gallery.shell() : gallery[kind];
  // Asked for anew after a damaged copy came.
  const isAsked = request.cache === "reload" || request.cache === "no-store";
  const found = isAsked ? undefined : await cache.match(request);
  if (found) return found;
  const response = await fetch(request);
  if (isWhole(response) && !isLeaving) event.waitUntil(cache.put(request, response.clone()));
  return response;
}

/**
 * Tiles are passed on as they come: a copy of each in this worker would take hundreds of megabytes while a visitor flies past
 * thousands of them.
 */
async function tile(request: Request): Promise<Response> {
  const { response } = await networkFirst(fetch(request), () => gallery.tiles.match(request));
  return response;
}

async function keepSeen(event: ExtendableEvent, urls: string[]): Promise<void> {
  const waiting = [...new Set(urls)];
  const turns = Array.from({ length: AT_ONCE }, async () => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      const request = new Request(url, { cache: "force-cache" });
      const kind = kindOfRequest(request);
      if (kind !== null && kind !== "page" && kind !== "changing") {
        await lasting(event, request, kind);
      }
    }
  });
  await Promise.all(turns);
}

/** @param isOlderShown whether the page shows what was kept before */
async function seePage(page: Response, isOlderShown: boolean, client: string): Promise<void> {
  if (await isGone()) {
    isLeaving = true;
    await self.registration.unregister();
    await gallery.deleteAll();
  } else if (isWhole(page)) {
    const isOther = await keepPage(await gallery.shell(), SCOPE, page);
    if (isOther && isOlderShown) await tellNewer(client);
  }
}

/** Whether the site has no service worker any more: browsers keep the last one that there was for ever. */
async function isGone(): Promise<boolean> {
  const { status, headers } = await fetch(self.location.href, {
    method: "HEAD",
    cache: "no-store",
  });
  // Some hosts have a page to answer with, and no error, where a file is missing.
  const isScript = headers.get("content-type")?.includes("javascript") ?? false;
  return status === 404 || status === 410 || (status === 200 && !isScript);
}

function kindOfRequest({ url }: Request): Kind | null {
  const { origin, pathname } = new URL(url);
  const scope = new URL(SCOPE);
  if (origin !== scope.origin || !pathname.startsWith(scope.pathname)) return null;
  return kindOf(pathname.slice(scope.pathname.length));
}

function isWhole({ status, type }: Response): boolean {
  return status === 200 && type === "basic";
}
