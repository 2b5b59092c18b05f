export { drawPhoto } from "./draw-photo.js";
export { drawPhotos } from "./draw-photos.js";
export type { PhotoDetails } from "./metadata/photo-details.js";
export { type PlannedPhoto, planAlbum } from "./plan-album.js";
