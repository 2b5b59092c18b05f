import type { Card } from "akin-browser/format";
import { strings } from "../strings.js";
import { Fact } from "./fact.js";

/** Whose the photo is, and who took it where that says something else. */
export function RightsFact({ card: { exif } }: { card: Card }) {
  const { copyright = "", creator = "" } = exif;
  const isSaid = copyright.toLowerCase().includes(creator.toLowerCase());
  const lines = [copyright, isSaid ? "" : strings.takenBy(creator)];
  return <Fact icon="licence" label={strings.copyright} lines={lines} />;
}
