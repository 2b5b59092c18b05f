export { type Like, Likes } from "./likes.js";
export type { PlacedGroup } from "./photo-groups.js";
export type { PlacedPhoto } from "./placed-photo.js";
