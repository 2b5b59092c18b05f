import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { AkinError } from "../akin-error.js";
import type { HubModel } from "./download-model.js";
import { parseDtype } from "./model-files.js";
import {
  findRegisteredModel,
  MODEL_REGISTRY,
  PACKAGED_MODELS,
  RECOMMENDED_MODEL,
  type RegisteredModel,
  SMALL_MODEL,
} from "./model-registry.js";

/** What a model's name stands for. */
export type LocatedModel =
  | { kind: "builtin"; name: "builtin" }
  | { kind: "small"; name: typeof SMALL_MODEL }
  | { kind: "folder"; name: string; folder: string }
  | { kind: "hub"; name: string; hub: HubModel; registered: RegisteredModel | undefined };

/**
 * Finds out what `--model` names: `builtin`, `akin-small`, a registered model, a folder, or a repository on the Hugging Face hub, in
 * this order. `auto` stands for the recommended model.
 *
 * @param dtype default: the registered model's own
 * @throws AkinError MODEL_NOT_AVAILABLE if it can be none of these, USAGE for an unknown dtype
 */
export function locateModel(model: string, dtype?: string): LocatedModel {
  if (model === "builtin") return { kind: "builtin", name: "builtin" };
  if (model === SMALL_MODEL) return { kind: "small", name: SMALL_MODEL };
  const wanted = dtype === undefined ? undefined : parseDtype(dtype);
  const registered = findRegisteredModel(model === "auto" ? RECOMMENDED_MODEL : model);
  if (registered) {
    const { repository, revision, pinned } = registered;
    const hub = { repository, revision, pinned, dtype: wanted ?? registered.dtype };
    return { kind: "hub", name: registered.name, hub, registered };
  }
  if (existsSync(model)) {
    const folder = resolve(model);
    return { kind: "folder", name: basename(folder), folder };
  }
  // A name of the hub has one slash and begins with no dot, which a path may.
  if (/^[\w-][\w.-]*\/[\w.-]+$/.test(model)) {
    const hub = { repository: model, revision: null, dtype: wanted, pinned: {} };
    return { kind: "hub", name: model, hub, registered: undefined };
  }
  const names = ["auto", ...PACKAGED_MODELS, ...MODEL_REGISTRY.map(({ name }) => name)].join(", ");
  const message = `There is no model "${model}": expected ${names}, a Hugging Face repository or a folder.`;
  throw new AkinError("MODEL_NOT_AVAILABLE", message);
}
