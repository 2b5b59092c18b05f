"use client";

export type { GallerySource } from "./gallery-store.js";
export { SimilarGrid, type SimilarGridOptions, type SimilarGridProps } from "./similar-grid.js";
export { SimilarImages, type SimilarImagesProps } from "./similar-images.js";
export { useDatabase } from "./use-database.js";
export { type GalleryResult, useGallery } from "./use-gallery.js";
export {
  type SimilarImagesResult,
  type UseSimilarImagesOptions,
  useSimilarImages,
} from "./use-similar-images.js";
