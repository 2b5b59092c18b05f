export {
  BUILTIN_DIMENSIONS,
  BUILTIN_INPUT_SIZE,
  BUILTIN_VERSION,
  builtinEmbedding,
} from "./builtin-embedding.js";
