export type {
  Database,
  DatabasePair,
  DatabaseProgress,
  OwnDatabasePair,
  SqlParams,
  SqlRow,
  SqlValue,
} from "./databases/database.js";
export { type DatabaseFiles, openDatabases } from "./databases/open-databases.js";
export type {
  AlbumFolder,
  Card,
  DrawablePhoto,
  FacetKind,
  GalleryPage,
  GridBlock,
  Manifest,
  PhotoGroup,
  Presentation,
  SimilarPhoto,
} from "./format/index.js";
export type {
  DatabaseOptions,
  FacetOptions,
  Gallery,
  RequestOptions,
  SearchExample,
  SearchOptions,
  SimilarOptions,
  SizedImage,
  SuggestOptions,
  VectorsCost,
} from "./gallery.js";
export { GalleryError, type GalleryErrorCode } from "./gallery-error.js";
export type { GridPhoto } from "./grid-photo.js";
export type { LikenessMap, MapPhoto } from "./likeness-map.js";
export { openGallery } from "./open-gallery.js";
export type { PhotoPlaces } from "./photo-places.js";
export type { FacetCount, FoundPhoto, Loosened, PhotoFilter, Suggestion } from "./search.js";
export {
  type FetchSimilarImagesOptions,
  fetchSimilarImages,
  type SimilarImage,
} from "./similar/fetch-similar-images.js";
export { reallyAlike } from "./similar/really-alike.js";
