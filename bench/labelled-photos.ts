import { readdirSync } from "node:fs";
import { join } from "node:path";

/** A photo whose folder says what it shows. */
export interface LabelledPhoto {
  path: string;
  label: string;
  /** The half of its class (every other file) that parts and weights are tuned on; figures are of the other one. */
  tuning: boolean;
}

/** The photos of a folder that has a folder for each class, by class and file name. */
export function labelledPhotos(folder: string): LabelledPhoto[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((label) =>
      readdirSync(join(folder, label))
        .sort()
        .map((file, i) => ({ path: join(folder, label, file), label, tuning: i % 2 === 0 })),
    );
}
