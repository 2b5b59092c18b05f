import { type Preparation, prepareInput } from "../embedding/prepare-input.js";
import { decodePhoto } from "../photos/decode-photo.js";
import type { Raster } from "../photos/raster.js";
import { readPhoto } from "../photos/read-photo.js";
import { readUnchanged } from "../photos/read-unchanged.js";
import { describeRaster } from "../similarity/describe-raster.js";
import { makeMissingImages } from "../site/make-missing-images.js";
import type { MakeTask, PhotoProducts, PhotoTask, TaskResults } from "./photo-task.js";

/** @throws PhotoError, or the system's own error, such as a full disk */
export function runTask(task: PhotoTask): Promise<TaskResults[PhotoTask["type"]]> {
  if (task.type === "make") return makeProducts(task);
  const { photo } = task;
  return readUnchanged(photo.file, photo, () => readPhoto(photo));
}

async function makeProducts({
  file,
  seen,
  images,
  describe,
  input,
}: MakeTask): Promise<PhotoProducts> {
  let decoding: Promise<Raster> | undefined;
  const decode = () => {
    decoding ??= readUnchanged(file, seen, () => decodePhoto(file));
    return decoding;
  };
  // Where nothing else is made, the embedder may decode less.
  const prepare = async (how: Preparation) =>
    images || describe
      ? prepareInput(await decode(), how)
      : readUnchanged(file, seen, () => prepareInput(file, how));
  const made = await Promise.all([
    images && makeMissingImages(images, decode),
    describe ? describeRaster(await decode()) : null,
    input && prepare(input),
  ]);
  const [placeholder, description, modelInput] = made;
  return { placeholder, description, input: modelInput };
}
