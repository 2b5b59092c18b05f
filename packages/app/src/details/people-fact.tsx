import type { Card } from "akin-browser/format";
import { strings } from "../strings.js";
import { Fact } from "./fact.js";

/** Who is to be seen, in galleries that tell it. */
export function PeopleFact({ card: { exif } }: { card: Card }) {
  return <Fact icon="people" label={strings.people} lines={[exif.people ?? []]} />;
}
