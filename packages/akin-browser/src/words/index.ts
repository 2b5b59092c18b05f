export { openVocabulary, type Vocabulary } from "./open-vocabulary.js";
export {
  type FoundBy,
  type SearchWordsOptions,
  searchWords,
  type WordedPhoto,
} from "./search-words.js";
