import type { Card } from "akin-browser/format";
import { strings } from "../strings.js";
import { describeCoordinates } from "../text/measures.js";
import { Fact } from "./fact.js";

export function PlaceFact({ card: { latitude, longitude, place } }: { card: Card }) {
  const known = latitude !== null && longitude !== null;
  const coordinates = known ? describeCoordinates(latitude, longitude) : "";
  const [first, ...more] = [place ?? "", coordinates].filter((line) => line !== "");
  if (first === undefined) return null;
  return <Fact icon="place" label={strings.place} value={first} more={more} />;
}
