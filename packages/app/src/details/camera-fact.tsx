import { type Card, cameraName } from "akin-browser/format";
import { strings } from "../strings.js";
import { describeCamera, describeEquivalent, describeExposure } from "../text/exposure.js";
import { Fact } from "./fact.js";
import { photosWith } from "./photos-with.js";

export function CameraFact({ card: { exif } }: { card: Card }) {
  const { lens } = exif;
  const camera = cameraName(exif);
  return (
    <Fact
      icon="camera"
      label={strings.camera}
      lines={[
        camera === undefined ? "" : photosWith(describeCamera(exif), { camera }),
        lens === undefined ? "" : photosWith(lens, { lens }),
        describeExposure(exif),
        describeEquivalent(exif),
      ]}
    />
  );
}
