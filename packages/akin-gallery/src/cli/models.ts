import { AkinError } from "../akin-error.js";
import { benchmarkModels } from "../benchmark/benchmark-models.js";
import { RECOMMENDED_MODEL } from "../embedding/index.js";
import { listModels } from "../embedding/list-models.js";
import { pullModel } from "../embedding/pull-model.js";
import { existingFolder, rememberedAlbum } from "../open-gallery.js";
import type { Command, CommandInput, CommandResult } from "./command.js";
import { benchmarkLines, modelLines } from "./models-text.js";
import { text } from "./option-values.js";
import { byteSize } from "./result-text.js";

/** Photos that are measured with unless `--sample` says otherwise. */
export const DEFAULT_SAMPLE = 20;

export const models: Command = {
  name: "models",
  summary: "the models that can be asked for, fetched ahead (pull), or measured here (--benchmark)",
  positionals: { least: 0, most: 2, name: "[pull <model>]" },
  options: [
    "benchmark",
    "text",
    "photos",
    "sample",
    "out",
    "model",
    "dtype",
    "device",
    "batch-size",
    "exclude",
    "offline",
    "quiet",
    "debug",
    "json",
  ],
  async run(input) {
    const [action, name, ...rest] = input.positionals;
    if (action === undefined) {
      return input.values.benchmark === true ? benchmark(input) : list();
    }
    if (action !== "pull" || name === undefined || rest.length > 0) {
      const what = [action, name].filter(Boolean).join(" ");
      throw new AkinError("USAGE", `akin models takes "pull <model>" or nothing, not "${what}"`);
    }
    if (input.values.benchmark === true) {
      throw new AkinError("USAGE", "first akin models pull, then akin models --benchmark");
    }
    return pull(name, input);
  },
};

async function list(): Promise<CommandResult> {
  const listed = await listModels();
  return {
    json: [{ recommended: RECOMMENDED_MODEL, models: listed }],
    text: modelLines(listed),
  };
}

async function pull(
  name: string,
  { values, options, effects }: CommandInput,
): Promise<CommandResult> {
  const pulled = await pullModel(name, { ...options, text: values.text === true }, effects);
  const { model, dtype, dimensions, bytes, folder } = pulled;
  return {
    json: [pulled],
    text: [`${model} (${dtype}, ${dimensions} dimensions, ${byteSize(bytes)}) is in ${folder}`],
  };
}

async function benchmark({ values, options, effects }: CommandInput): Promise<CommandResult> {
  const given = text(values.photos);
  const folder = given ? existingFolder(given) : rememberedAlbum(options.out);
  const sample = typeof values.sample === "number" ? values.sample : DEFAULT_SAMPLE;
  const measured = await benchmarkModels({ folder, sample }, options, effects);
  return { json: [measured], text: benchmarkLines(measured) };
}
