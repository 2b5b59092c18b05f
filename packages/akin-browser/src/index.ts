export type {
  Database,
  DatabasePair,
  DatabaseProgress,
  SqlParams,
  SqlRow,
  SqlValue,
} from "./databases/database.js";
export type { Card, GridBlock, Manifest, SimilarPhoto } from "./format/index.js";
export type { DatabaseOptions, Gallery, RequestOptions, SizedImage } from "./gallery.js";
export { GalleryError, type GalleryErrorCode } from "./gallery-error.js";
export { openGallery } from "./open-gallery.js";
export {
  type FetchSimilarImagesOptions,
  fetchSimilarImages,
  type SimilarImage,
} from "./similar/fetch-similar-images.js";
