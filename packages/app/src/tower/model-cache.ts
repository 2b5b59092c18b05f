/** What networks are kept in: the browser's HTTP cache may let go of files of this size. */
const NAME = "akin-models";

/** Null on pages that are not encrypted, which have no such storage. */
export async function modelCache(): Promise<Cache | null> {
  return "caches" in globalThis ? await caches.open(NAME) : null;
}

/** Whether all of some files are kept. */
export async function areKept(urls: readonly string[]): Promise<boolean> {
  const cache = await modelCache();
  if (cache === null) return false;
  const found = await Promise.all(urls.map((url) => cache.match(url)));
  return found.every((response) => response !== undefined);
}

/** Lets go of files of this gallery's that are none of these, as of a build before. */
export async function keepOnly(folder: string, urls: readonly string[]): Promise<void> {
  const cache = await modelCache();
  if (cache === null) return;
  const old = (await cache.keys()).filter(
    ({ url }) => url.startsWith(folder) && !urls.includes(url),
  );
  await Promise.all(old.map((request) => cache.delete(request)));
}
