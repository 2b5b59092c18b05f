import { prepareInput } from "../embedding/prepare-input.js";
import { decodePhoto, type Raster } from "../photos/decode-photo.js";
import { readPhoto } from "../photos/read-photo.js";
import { describeRaster } from "../similarity/describe-raster.js";
import { makeMissingImages } from "../site/make-missing-images.js";
import type { MakeTask, PhotoProducts, PhotoTask, TaskResults } from "./photo-task.js";

/** @throws PhotoError, or the system's own error, such as a full disk */
export function runTask(task: PhotoTask): Promise<TaskResults[PhotoTask["type"]]> {
  return task.type === "read" ? readPhoto(task.photo) : makeProducts(task);
}

async function makeProducts({ file, images, describe, input }: MakeTask): Promise<PhotoProducts> {
  let decoding: Promise<Raster> | undefined;
  const decode = () => {
    decoding ??= decodePhoto(file);
    return decoding;
  };
  const made = await Promise.all([
    images && makeMissingImages(images, decode),
    describe ? describeRaster(await decode()) : null,
    // Where nothing else is made, the embedder may decode less.
    input && prepareInput(images || describe ? await decode() : file, input),
  ]);
  const [placeholder, description, modelInput] = made;
  return { placeholder, description, input: modelInput };
}
