import type { Manifest } from "akin-browser";

const OWN = ["builtin", "akin-small"] as const;

/** A model that every page carries. */
export type OwnModel = (typeof OWN)[number];

/** What this page can see pictures with: such a model, or the vision tower that is published with the gallery. */
export type PictureModel = OwnModel | "tower";

/** @returns null for a gallery whose model is not published: pictures can't be compared with its photos */
export function pictureModel({ model, towers }: Manifest): PictureModel | null {
  const own = OWN.find((name) => name === model?.name);
  return own ?? (towers?.vision ? "tower" : null);
}
