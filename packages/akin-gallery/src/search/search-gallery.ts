import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { embedWords, fuseRankings } from "akin-browser/format";
import { AkinError } from "../akin-error.js";
import type { VectorStore } from "../database/vector-store.js";
import type { Effects } from "../effects.js";
import { openTextEmbedder } from "../embedding/index.js";
import { withFinishedGallery } from "../finished-gallery.js";
import type { AkinOptions } from "../options.js";
import { rankByMeaning } from "./rank-by-meaning.js";
import { rankByWords } from "./rank-by-words.js";

/** By what a photo was found: its texts, what it shows, or both. */
export type FoundBy = "words" | "meaning" | "both";

/** The photos that a search found. */
export interface SearchResult {
  /** As it was asked for. */
  query: string;
  model: string;
  /** Why what photos show was not searched; null where it was. */
  withoutMeaning: string | null;
  /** Best first: those that have the very words before all others. */
  found: {
    path: string;
    foundBy: FoundBy;
    /** Whether the very words are in its texts. */
    exact: boolean;
    /** Cosine distance of the photo to the words, 0 to 2; null where it was not found by meaning. */
    distance: number | null;
  }[];
}

/**
 * Searches a gallery by words: by the photos' texts, and by what they show, where the gallery's model can read.
 *
 * @param count how many photos at most
 * @throws AkinError `UNFINISHED` if the gallery's databases don't belong together
 */
export async function searchGallery(
  query: string,
  count: number,
  options: AkinOptions,
  effects: Effects,
): Promise<SearchResult> {
  return withFinishedGallery(options.out, async ({ database, store }) => {
    const words = rankByWords(database, query);
    const { ranking, reason } = await meaningOf(query, store, options, effects);
    const distances = new Map(ranking.map(({ id, distance }) => [id, distance]));
    const fused = fuseRankings(words.ids, [...distances.keys()]);
    const isExact = (id: number) => words.exact.has(id);
    const ordered = [...fused.filter(isExact), ...fused.filter((id) => !isExact(id))];
    const byWords = new Set(words.ids);
    const path = pathReader(database);
    return {
      query,
      model: store.model.name,
      withoutMeaning: reason,
      found: ordered.slice(0, count).map((id) => ({
        path: path(id),
        foundBy: byWords.has(id) ? (distances.has(id) ? "both" : "words") : "meaning",
        exact: isExact(id),
        distance: distances.get(id) ?? null,
      })),
    };
  });
}

async function meaningOf(
  query: string,
  store: VectorStore,
  { offline }: AkinOptions,
  effects: Effects,
): Promise<{ ranking: ReturnType<typeof rankByMeaning>; reason: string | null }> {
  try {
    const tower = { ...textTowerOf(store), offline };
    const embedder = await openTextEmbedder(tower, store.model.dimensions, effects);
    if (!embedder) return { ranking: [], reason: `${store.model.name} reads no words` };
    try {
      const vector = await embedWords(query, embedder.embed);
      return { ranking: rankByMeaning(store.readAll(), vector), reason: null };
    } finally {
      await embedder.close();
    }
  } catch (error) {
    if (!(error instanceof AkinError) || error.code !== "MODEL_NOT_AVAILABLE") throw error;
    return { ranking: [], reason: error.message };
  }
}

/** The text tower of the model that a gallery's vectors are of. */
export function textTowerOf(store: VectorStore): {
  model: string;
  dtype?: string;
  revision?: string;
} {
  const dtype = store.config("dtype");
  const revision = store.config("revision");
  return {
    model: store.config("model_source") ?? store.model.name,
    ...(dtype && { dtype }),
    ...(revision && { revision }),
  };
}

function pathReader(database: DatabaseSyncInstance): (id: number) => string {
  const statement = database.prepare("SELECT path FROM images WHERE id = ?");
  return (id) => String(statement.get(id)?.path);
}
