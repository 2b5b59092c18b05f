export type { AlbumFolder } from "./album-folder.js";
export {
  BUILTIN_DIMENSIONS,
  BUILTIN_INPUT_SIZE,
  BUILTIN_PARTS,
  BUILTIN_VERSION,
  type BuiltinPart,
  builtinEmbedding,
  builtinFeatures,
} from "./builtin/index.js";
export type { Calibration } from "./calibration.js";
export { cameraName } from "./camera-name.js";
export {
  type Card,
  type CardShard,
  type DrawablePhoto,
  GROUP_ON_CARD,
  type GroupKind,
  LOOKS_ON_CARD,
  type PhotoExif,
  type PhotoGroup,
  type PhotoMedia,
  SIMILAR_ON_CARD,
  type SimilarGroup,
  type SimilarPhoto,
  type SimilarReason,
  type SimilarWord,
  type StoredCard,
  type StoredSimilarPhoto,
} from "./card.js";
export { embedWords, PROMPTS } from "./embed-words.js";
export {
  COLOURS,
  type Colour,
  FACET_KINDS,
  FACETS_PER_KIND,
  type FacetKind,
} from "./facet-kinds.js";
export { eachPackedNumber, facetKey, packNumbers, yearOf } from "./facet-photos.js";
export { farthestMeant } from "./farthest-meant.js";
export { findPhrases, phraseKey } from "./find-phrases.js";
export { fullTextQuery } from "./full-text-query.js";
export { fuseRankings } from "./fuse-rankings.js";
export type { GridBlock } from "./grid-block.js";
export { isSafeLink } from "./is-safe-link.js";
export {
  availableSizes,
  CARD_INDEX_FANOUT,
  type CardIndex,
  cardShard,
  imagePath,
  type Manifest,
  type PublishedDatabase,
  type PublishedVectors,
  type TimelineBlock,
  type TimelineMonth,
  type VectorChunks,
} from "./manifest.js";
export {
  MAP_ROW_BYTES,
  MAP_TIES,
  MAP_UNITS,
  type MapChunk,
  type PublishedMap,
} from "./map-chunk.js";
export { networkInput } from "./network-input.js";
export { normalised } from "./normalised.js";
export { photoId } from "./photo-id.js";
export { PLACE_COLUMNS, PLACE_UNITS } from "./photo-places.js";
export {
  centreCut,
  normalisePixels,
  type PixelSize,
  type Preprocessing,
  type ResizeKernel,
  resizedSize,
} from "./preprocessing.js";
export {
  type AccentColours,
  GALLERY_PAGES,
  type GalleryLicence,
  type GalleryLink,
  type GalleryPage,
  type Presentation,
  sharePagePath,
} from "./presentation.js";
export type {
  PublishedPieces,
  PublishedTower,
  PublishedTowers,
  TextInputs,
  TextTowerFiles,
  VisionTowerFiles,
} from "./published-tower.js";
export type { PublishedVocabulary, VocabularyList } from "./published-vocabulary.js";
export { quantile } from "./quantile.js";
export { resizePixels } from "./resize-pixels.js";
export { scoreOf } from "./score-of.js";
export { searchableText } from "./searchable-text.js";
export { Slots, slotBefore } from "./slots.js";
export {
  type HubTokenizer,
  type TextTokenizer,
  textTokenizer,
  tokensOf,
} from "./text-tokenizer.js";
export { APPLICATION_ID, DATABASE_FORMAT_VERSION, SITE_FORMAT_VERSION } from "./version.js";
export { wordOf } from "./word-of.js";
