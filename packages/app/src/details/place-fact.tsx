import type { Card } from "akin-browser/format";
import { lazy, Suspense } from "react";
import { strings } from "../strings.js";
import { describeCoordinates } from "../text/measures.js";
import { Fact } from "./fact.js";
import { photosWith } from "./photos-with.js";
import styles from "./place-fact.module.css";

// With it come the outlines of the countries. Without it the place still stands there in words.
const PlaceMap = lazy(() => import("./place-map.js").catch(() => ({ default: () => null })));

export function PlaceFact({ card: { latitude, longitude, place } }: { card: Card }) {
  const known = latitude !== null && longitude !== null;
  const coordinates = known ? describeCoordinates(latitude, longitude) : "";
  // The card does not tell which part is the city; as a phrase each is found.
  const parts = (place ?? "").split(", ").filter((part) => part !== "");
  const links = parts.map((part) => photosWith(part, { text: `"${part.replaceAll('"', "")}"` }));
  return (
    <Fact icon="place" label={strings.place} lines={[links, coordinates]}>
      {known && (
        <Suspense fallback={<div className={styles.waiting} />}>
          <PlaceMap latitude={latitude} longitude={longitude} />
        </Suspense>
      )}
    </Fact>
  );
}
