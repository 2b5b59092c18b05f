import type { Card } from "akin-browser/format";
import { strings } from "../strings.js";
import { describeCoordinates } from "../text/measures.js";
import { Fact } from "./fact.js";
import { photosWith } from "./photos-with.js";

export function PlaceFact({ card: { latitude, longitude, place } }: { card: Card }) {
  const known = latitude !== null && longitude !== null;
  const coordinates = known ? describeCoordinates(latitude, longitude) : "";
  // The card does not tell which part is the city; as a phrase each is found.
  const parts = (place ?? "").split(", ").filter((part) => part !== "");
  const links = parts.map((part) => photosWith(part, { text: `"${part.replaceAll('"', "")}"` }));
  return <Fact icon="place" label={strings.place} lines={[links, coordinates]} />;
}
