import { statSync } from "node:fs";
import { join } from "node:path";
import { AkinError } from "../akin-error.js";
import type { Effects } from "../effects.js";
import { downloadModel } from "./download-model.js";
import { locateModel } from "./locate-model.js";
import { openEmbedder } from "./open-embedder.js";
import { openTextEmbedder } from "./text/open-text-embedder.js";

/** A model that is in the cache now. */
export interface PulledModel {
  model: string;
  repository: string;
  dtype: string;
  dimensions: number;
  /** Of its network's file. */
  bytes: number;
  folder: string;
}

/**
 * Fetches a model ahead, and opens it once, so that a later build finds it whole and of use.
 * @param options `text`: with its text tower, for words as questions and automatic tags
 * @throws AkinError USAGE for a model that is not downloaded or, with `text`, has no text tower; what downloading and
 *   opening it throws
 */
export async function pullModel(
  name: string,
  options: { dtype?: string; device?: string; offline: boolean; text: boolean },
  effects: Effects,
): Promise<PulledModel> {
  const located = locateModel(name, options.dtype);
  if (located.kind !== "hub") {
    throw new AkinError(
      "USAGE",
      `${located.name} is here already: only models of the hub are fetched`,
    );
  }
  const { folder, weights, dtype } = await downloadModel(located.hub, options.offline, effects);
  const { device } = options;
  const embedder = await openEmbedder(
    { model: located.name, dtype, offline: true, ...(device !== undefined && { device }) },
    effects,
  );
  const { dimensions } = embedder.model;
  await embedder.close();
  if (options.text) await pullTextTower(located.name, dimensions, options, effects);
  const { size: bytes } = statSync(join(folder, weights));
  return {
    model: located.name,
    repository: located.hub.repository,
    dtype,
    dimensions,
    bytes,
    folder,
  };
}

async function pullTextTower(
  model: string,
  dimensions: number,
  { dtype, offline }: { dtype?: string; offline: boolean },
  effects: Effects,
): Promise<void> {
  const tower = { model, offline, ...(dtype !== undefined && { dtype }) };
  const embedder = await openTextEmbedder(tower, dimensions, effects);
  if (!embedder) throw new AkinError("USAGE", `${model} has no text part`);
  await embedder.close();
}
