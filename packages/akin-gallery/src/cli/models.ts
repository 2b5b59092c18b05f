import { MODEL_REGISTRY, RECOMMENDED_MODEL } from "../embedding/index.js";
import type { Command } from "./command.js";

export const models: Command = {
  name: "models",
  summary: "the models that can be asked for by name",
  positionals: { least: 0, most: 0, name: "" },
  options: ["quiet", "debug", "json"],
  async run() {
    return {
      json: [{ recommended: RECOMMENDED_MODEL, models: MODEL_REGISTRY }],
      text: [
        ...MODEL_REGISTRY.map(
          ({ name, dimensions, repository }) =>
            `${name}  ${dimensions} dimensions  ${repository}${name === RECOMMENDED_MODEL ? "  (recommended)" : ""}`,
        ),
        "builtin  no download; compares colour and texture, it is not CLIP",
      ],
    };
  },
};
