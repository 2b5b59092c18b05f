/** What index.html names of the gallery's own files. */
const ADDRESSES = /(?:href|src)="\.\/([^"]+)"/g;

/**
 * Keeps a page and all that it needs to start, and lets go of the assets of the page before. Those that a page loads
 * later come into the cache when they are used.
 *
 * @param address the gallery's, under which its page is kept
 * @returns whether it is another page than the one before
 */
export async function keepPage(cache: Cache, address: string, page: Response): Promise<boolean> {
  const html = await page.clone().text();
  const before = await cache.match(address);
  if (before && (await before.text()) === html) return false;
  const named = [...html.matchAll(ADDRESSES)].map(([, path = ""]) => new URL(path, address).href);
  // First what the page needs: if some of it can't be had, the page before it stays.
  await cache.addAll(named);
  await cache.put(address, page);
  const assets = new URL("assets/", address).href;
  for (const { url } of await cache.keys()) {
    if (url.startsWith(assets) && !named.includes(url)) await cache.delete(url);
  }
  return true;
}
