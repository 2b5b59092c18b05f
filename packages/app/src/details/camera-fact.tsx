import type { Card } from "akin-browser/format";
import { strings } from "../strings.js";
import { describeCamera, describeEquivalent, describeExposure } from "../text/exposure.js";
import { Fact } from "./fact.js";

export function CameraFact({ card: { exif } }: { card: Card }) {
  const lines = [
    describeCamera(exif),
    exif.lens ?? "",
    describeExposure(exif),
    describeEquivalent(exif),
  ].filter((line) => line !== "");
  const [first, ...more] = lines;
  if (first === undefined) return null;
  return <Fact icon="camera" label={strings.camera} value={first} more={more} />;
}
