export { openVocabulary, type Vocabulary } from "./open-vocabulary.js";
