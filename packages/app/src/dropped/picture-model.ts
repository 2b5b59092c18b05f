import type { Manifest } from "akin-browser";

const MODELS = ["builtin", "akin-small"] as const;

/** A model that this page can see pictures with. */
export type PictureModel = (typeof MODELS)[number];

/** @returns null for a gallery whose model is not published: pictures can't be compared with its photos */
export function pictureModel({ model }: Manifest): PictureModel | null {
  return MODELS.find((name) => name === model?.name) ?? null;
}
