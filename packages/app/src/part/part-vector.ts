import type { Card } from "akin-browser/format";
import type { Album } from "../album/album.js";
import { summaryOfCard } from "../album/photo-summary.js";
import { describePicture } from "../dropped/describe-picture.js";
import { exampleKey, type Part } from "../navigation/example.js";
import { partImage } from "./part-image.js";

const known = new WeakMap<Album, Map<string, Promise<Float32Array>>>();

/**
 * A part of a photo as the gallery's model sees it: Float32Array of the model's length. Looked at once a visit.
 * @throws NeedsModel as `describePicture`
 */
export function partVector(album: Album, card: Card, part: Part): Promise<Float32Array> {
  const vectors = known.get(album) ?? new Map<string, Promise<Float32Array>>();
  known.set(album, vectors);
  const key = exampleKey({ kind: "part", id: card.id, part });
  const vector = vectors.get(key) ?? lookAt(album, card, part);
  vectors.set(key, vector);
  // What failed is tried again when it is asked for again; who waits now is told.
  vector.catch(() => vectors.delete(key));
  return vector;
}

async function lookAt({ gallery }: Album, card: Card, part: Part): Promise<Float32Array> {
  const url = partImage(gallery, summaryOfCard(card), part);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} could not be fetched: status ${response.status}.`);
  const described = await describePicture(gallery, await response.blob(), part);
  if (described.type === "unreadable") throw new Error(`${url} can't be decoded.`);
  return described.vector;
}
