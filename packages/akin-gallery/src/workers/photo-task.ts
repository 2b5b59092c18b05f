import type { EmbedderInput } from "../embedding/embedder.js";
import type { Preparation } from "../embedding/prepare-input.js";
import type { FoundPhoto } from "../photos/pair-files.js";
import type { PhotoContent } from "../photos/read-photo.js";
import type { FileState } from "../photos/read-unchanged.js";
import type { Description } from "../similarity/describe-raster.js";
import type { ImagesToMake } from "../site/make-missing-images.js";

/** Reads a photo's file without decoding its pixels. */
export interface ReadTask {
  type: "read";
  photo: FoundPhoto;
}

/** Decodes a photo once, and makes of it what is asked for. */
export interface MakeTask {
  type: "make";
  file: string;
  /** What the file was when its content was read; not given where that doesn't matter. */
  seen?: FileState | undefined;
  images: ImagesToMake | null;
  describe: boolean;
  /** How to make the model's input; null if none is wanted. */
  input: Preparation | null;
}

/** What a `MakeTask` gives; null for what was not asked for. */
export interface PhotoProducts {
  /** ThumbHash. */
  placeholder: Uint8Array | null;
  description: Description | null;
  input: EmbedderInput | null;
}

/** All that touches the bytes of a photo, which may be anybody's: done in a process that may die of it. */
export type PhotoTask = ReadTask | MakeTask;

/** What each task gives. */
export interface TaskResults {
  read: PhotoContent;
  make: PhotoProducts;
}
