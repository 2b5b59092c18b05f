/**
 * How a request is answered: `page` and `changing` by the network as long as there is one; the others, whose names change
 * with their content, from the cache of their kind.
 */
export type Kind = "page" | "changing" | LastingKind;

export type LastingKind = "assets" | "data" | "vectors" | "tiles" | "photos";

const CHANGING = /^(data\/manifest\.json|theme\.js|favicon\.svg|manifest\.webmanifest)$/;

/** Images up to this size are those of the grid. */
const TILE_SIZE = 400;

/**
 * @param path relative to the gallery
 * @returns null for what is none of the gallery's own files, or too large to be kept, as originals are
 */
export function kindOf(path: string): Kind | null {
  if (path === "" || path === "index.html") return "page";
  if (CHANGING.test(path)) return "changing";
  if (/^assets\/[^/]+-[\w-]{8}\.\w+$/.test(path)) return "assets";
  if (/^data\/vectors\/[0-9a-f]{20}$/.test(path)) return "vectors";
  // What runs the model keeps its own.
  if (path.startsWith("data/models/")) return null;
  if (/^data\/[a-z]+\/[0-9a-f]{20}$/.test(path)) return "data";
  const size = /^images\/[0-9a-f]{2}\/[0-9a-f]{20}-(\d+)\.jpg$/.exec(path)?.[1];
  if (size === undefined) return null;
  return Number(size) <= TILE_SIZE ? "tiles" : "photos";
}
