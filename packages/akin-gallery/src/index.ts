export { AkinError, type AkinErrorCode } from "./akin-error.js";
export { buildGallery } from "./build-gallery.js";
export type { BuildReport, GalleryBytes } from "./build-report.js";
export { type CheckReport, checkGallery } from "./check-gallery.js";
export type { Effects, StageProgress } from "./effects.js";
export { findSimilar, type SimilarPhotos } from "./find-similar.js";
export { type AkinOptions, DEFAULT_OPTIONS } from "./options.js";
export { type SiteServer, serveSite } from "./serve/serve-site.js";
