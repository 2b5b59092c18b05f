import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { InferenceSession, Tensor } from "onnxruntime-node";
import sharp, { type OutputInfo } from "sharp";
import { WEB_SIZES } from "./web-sizes.js";

/** One part of the work of embedding or building. */
export type Part = "decode" | "decodeForWeb" | "encode" | "inference" | "inferenceSigned";

export interface PartCost {
  /** CPU time of the whole process for one photo. */
  coreSeconds: number;
  /** By the clock, with all cores at work: the same over the number of cores, if nothing else runs here. */
  seconds: number;
}

interface Raster {
  data: Buffer;
  info: OutputInfo;
}

/** Makes of each photo whatever the part needs, before the clock starts, and then does it. */
type Work = () => Promise<unknown>;

const WORK: Record<Part, (file: string, model: string) => Promise<Work>> = {
  async decode(file) {
    const photo = readFileSync(file);
    const resize = { width: 298, height: 224, fit: "fill", kernel: "cubic" } as const;
    return () => sharp(photo, { failOn: "error" }).autoOrient().resize(resize).raw().toBuffer();
  },
  async decodeForWeb(file) {
    const photo = readFileSync(file);
    return () => decodeForWeb(photo);
  },
  async encode(file) {
    const raster = await decodeForWeb(readFileSync(file));
    return () => encode(raster);
  },
  inference: prepareInference,
  inferenceSigned: prepareInference,
};

async function prepareInference(_file: string, model: string): Promise<Work> {
  session ??= InferenceSession.create(model, { intraOpNumThreads: 1, logSeverityLevel: 3 });
  const opened = await session;
  const pixels = Float32Array.from({ length: 3 * 224 * 224 }, () => 4 * Math.random() - 2);
  return () => opened.run({ pixel_values: new Tensor("float32", pixels, [1, 3, 224, 224]) });
}

let session: Promise<InferenceSession> | undefined;

function decodeForWeb(photo: Buffer): Promise<Raster> {
  const [largest] = WEB_SIZES;
  const size = largest?.size ?? 0;
  return sharp(photo, { failOn: "error", autoOrient: true })
    .resize({ width: size, height: size, fit: "inside" })
    .raw()
    .toBuffer({ resolveWithObject: true });
}

/** Each size from the next larger one. */
async function encode(largest: Raster): Promise<void> {
  let raster = largest;
  for (const { size, jpeg } of WEB_SIZES) {
    if (raster.info.width > size) {
      raster = await pixels(raster)
        .resize({ width: size, height: size, fit: "inside" })
        .raw()
        .toBuffer({ resolveWithObject: true });
    }
    await pixels(raster).jpeg(jpeg).toBuffer();
  }
}

function pixels({ data, info: { width, height, channels } }: Raster) {
  return sharp(data, { raw: { width, height, channels } });
}

/**
 * A part alone, with every core busy with photos of its own (inference: one core, see `measureParts`): cores share
 * caches and clock, so that one at a time would give a bound that nothing can reach.
 */
async function measure(part: Part, files: readonly string[], model: string): Promise<PartCost> {
  sharp.concurrency(1);
  sharp.cache(false);
  const works: Work[] = [];
  for (const file of files) works.push(await WORK[part](file, model));
  await Promise.all(works.slice(0, availableParallelism()).map((work) => work()));
  const before = process.cpuUsage();
  const started = performance.now();
  const queue = [...works];
  const worker = async () => {
    for (let work = queue.pop(); work; work = queue.pop()) await work();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  const photos = works.length;
  return {
    coreSeconds: (user + system) / 1e6 / photos,
    seconds: seconds / photos,
  };
}

const [part, model = "", ...files] = process.argv.slice(2);
console.log(JSON.stringify(await measure(part as Part, files, model)));
