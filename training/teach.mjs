/**
 * Writes what the teacher sees in each part of each training photo.
 *
 *     node teach.mjs MODEL WORK
 *
 * MODEL is a folder in Hugging Face's layout, WORK that of prepare.py; it gets `teacher.f32`: [photos, views, 1280]
 * float32. Goes on where it was stopped.
 */
import { closeSync, openSync, readFileSync, readSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import sharp from "sharp";

const SIZE = 224;
const PHOTOS_AT_ONCE = 8;

const [model, work] = process.argv.slice(2);
const photos = JSON.parse(readFileSync(join(work, "views.json"), "utf8"));
const { image_mean: mean, image_std: deviation } = JSON.parse(
  readFileSync(join(model, "preprocessor_config.json"), "utf8"),
);
const session = await InferenceSession.create(join(model, "onnx/model.onnx"));
const pixels = openSync(join(work, "photos.bin"), "r");
const results = openSync(join(work, "teacher.f32"), "a+");
const views = photos[0].boxes.length;

sharp.concurrency(1);
const first = Math.floor(statSync(join(work, "teacher.f32")).size / (4 * 1280 * views));
if (statSync(join(work, "teacher.f32")).size !== first * 4 * 1280 * views) {
  throw new Error("teacher.f32 ends within a photo; delete it and start again");
}
for (let start = first; start < photos.length; start += PHOTOS_AT_ONCE) {
  const some = photos.slice(start, start + PHOTOS_AT_ONCE);
  const inputs = await Promise.all(
    some.flatMap((photo) => photo.boxes.map((box) => view(photo, box))),
  );
  const batch = new Float32Array(inputs.length * 3 * SIZE * SIZE);
  for (const [index, input] of inputs.entries()) batch.set(input, index * input.length);
  const { embedding } = await session.run({
    input: new Tensor("float32", batch, [inputs.length, 3, SIZE, SIZE]),
  });
  writeSync(
    results,
    new Uint8Array(embedding.data.buffer, embedding.data.byteOffset, embedding.data.byteLength),
  );
  if (start % 1000 < PHOTOS_AT_ONCE) console.error(`${start} of ${photos.length}`);
}
closeSync(results);

/** A part of a photo as the network's input: planes of normalised channels. */
async function view({ offset, size: [width, height] }, [left, top, across, down]) {
  const rgb = Buffer.alloc(width * height * 3);
  readSync(pixels, rgb, 0, rgb.length, offset);
  const resized = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .extract({ left, top, width: across, height: down })
    .resize(SIZE, SIZE, { fit: "fill", kernel: "cubic" })
    .raw()
    .toBuffer();
  const planes = new Float32Array(3 * SIZE * SIZE);
  for (let channel = 0; channel < 3; channel++) {
    for (let index = 0; index < SIZE * SIZE; index++) {
      const value = resized[index * 3 + channel] / 255;
      planes[channel * SIZE * SIZE + index] = (value - mean[channel]) / deviation[channel];
    }
  }
  return planes;
}
