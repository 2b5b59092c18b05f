export { BUILTIN_INPUT_SIZE, BUILTIN_VERSION, builtinEmbedding } from "./builtin-embedding.js";
export {
  BUILTIN_DIMENSIONS,
  BUILTIN_PARTS,
  type BuiltinPart,
  builtinFeatures,
} from "./builtin-features.js";
