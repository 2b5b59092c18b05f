import type { Example } from "../navigation/example.js";

/** A picture from outside of the gallery. It stays in this page's memory: no part of it is sent or stored anywhere. */
export interface Picture {
  /** Stands for it in the address. */
  key: string;
  /** Of the file. */
  name: string;
  /** Object URL of the file. */
  url: string;
  /** Width by height, upright. */
  ratio: number;
  /** As the gallery's model sees it: Float32Array of the model's length. */
  vector: Float32Array;
}

/** So many are taken at once. */
export const MOST_PICTURES = 8;
const KEPT = 4 * MOST_PICTURES;
const pictures = new Map<string, Picture>();

/** Keeps a picture as long as the page is open; of many the latest. */
export function keepPicture(file: File, described: Pick<Picture, "ratio" | "vector">): Picture {
  const picture = { ...described, key: newKey(), name: file.name, url: URL.createObjectURL(file) };
  pictures.set(picture.key, picture);
  for (const oldest of pictures.values()) {
    if (pictures.size <= KEPT) break;
    URL.revokeObjectURL(oldest.url);
    pictures.delete(oldest.key);
  }
  return picture;
}

/** @returns null if it is gone, as after a reload */
export function pictureOf(key: string): Picture | null {
  return pictures.get(key) ?? null;
}

export function isGonePicture(example: Example): boolean {
  return example.kind === "picture" && pictureOf(example.name) === null;
}

/** Never the same again, so that an address from before a reload doesn't come to mean another picture. */
function newKey(): string {
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint32Array(2));
  return (a.toString(36) + b.toString(36)).slice(0, 10);
}
