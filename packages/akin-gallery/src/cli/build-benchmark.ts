import { createInterface } from "node:readline/promises";
import { AkinError } from "../akin-error.js";
import { benchmarkModels } from "../benchmark/benchmark-models.js";
import { openEmbedder } from "../embedding/index.js";
import { existingFolder } from "../open-gallery.js";
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
  const folder = existingFolder(photos);
  // So that the model that will be used is among those that are measured.
  await (await openEmbedder(options, effects)).close();
  const measured = await benchmarkModels({ folder, sample: DEFAULT_SAMPLE }, options, effects);
  for (const line of benchmarkLines(measured)) effects.info(line);
  const asks = values.json !== true && values.quiet !== true;
  if (!asks || !process.stdin.isTTY || !process.stderr.isTTY) return;
  const question = `Go on with --model ${options.model}? [y/N] `;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(question, { signal: effects.signal });
    if (/^\s*y(es)?\s*$/i.test(answer)) return;
  } finally {
    terminal.close();
  }
  throw new AkinError("ABORTED", "stopped before the build; nothing was changed");
}
