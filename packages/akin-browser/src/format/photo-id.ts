/**
 * The id of a photo: a 53-bit hash of its path within the album, between 1 and 2^53 - 1.
 *
 * An id that depends on the path alone makes the published site the same whatever the gallery's history, lets a
 * page find a photo's card from its path without a database, and is never given to another path.
 *
 * Two paths collide once in about 1.8 million albums of 100,000 photos; the builder then gives the later path (in code
 * unit order) `attempt` 1, 2, …, and a reader does the same until the card's path is the one asked for.
 *
 * The hash is cyrb53 (bryc, public domain) over the path's UTF-8 bytes.
 *
 * @param path relative to the album, separated by `/`, in the file system's own Unicode form
 * @param attempt 0 unless the id before it belongs to another path
 */
export function photoId(path: string, attempt = 0): number {
  let high = 0xdeadbeef ^ attempt;
  let low = 0x41c6ce57 ^ attempt;
  for (const byte of new TextEncoder().encode(path)) {
    high = Math.imul(high ^ byte, 2654435761);
    low = Math.imul(low ^ byte, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const id = 4294967296 * (2097151 & low) + (high >>> 0);
  return id === 0 ? 1 : id;
}
