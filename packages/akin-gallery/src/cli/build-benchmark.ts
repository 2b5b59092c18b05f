import { createInterface } from "node:readline/promises";
import { AkinError } from "../akin-error.js";
import { benchmarkModels } from "../benchmark/benchmark-models.js";
import type { Effects } from "../effects.js";
import { galleryPaths } from "../gallery-paths.js";
import { existingFolder } from "../open-gallery.js";
import { openModel } from "../open-model.js";
import type { CommandInput } from "./command.js";
import { DEFAULT_SAMPLE } from "./models.js";
import { benchmarkLines } from "./models-text.js";

/**
 * `akin build --benchmark`: measures the models that are at hand, and the one that the build will use, and asks on a
 * terminal whether to go on.
 *
 * @throws AkinError ABORTED if the answer is no
 */
export async function benchmarkFirst({
  positionals: [photos = ""],
  values,
  options,
  effects,
}: CommandInput): Promise<void> {
  if (values.quiet === true) {
    throw new AkinError("USAGE", "--benchmark shows what it measured, which --quiet forbids");
  }
  const folder = existingFolder(photos);
  // So that the model that will be used is among those that are measured.
  const { embedder, settings } = await openModel(
    galleryPaths(options.out).vectors,
    options,
    effects,
  );
  await embedder.close();
  const model = settings.model_source ?? options.model;
  const measured = await benchmarkModels(
    { folder, sample: DEFAULT_SAMPLE },
    { ...options, model },
    effects,
  );
  for (const line of benchmarkLines(measured)) effects.info(line);
  if (values.json === true || !process.stdin.isTTY || !process.stderr.isTTY) return;
  const dtype = embedder.dtype === null ? "" : ` (${embedder.dtype})`;
  if (await isYes(`Go on with ${embedder.model.name}${dtype}? [y/N] `, effects)) return;
  throw new AkinError(
    "ABORTED",
    `stopped before the build; nothing was changed. For the recommended model: --model ${measured.recommended.model}`,
  );
}

async function isYes(question: string, { signal }: Effects): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // The terminal takes Ctrl-C for itself while it waits for an answer.
  terminal.on("SIGINT", () => process.emit("SIGINT"));
  try {
    return /^\s*y(es)?\s*$/i.test(await terminal.question(question, { signal }));
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    terminal.close();
  }
}
