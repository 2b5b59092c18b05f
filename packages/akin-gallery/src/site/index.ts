export { DATABASE_SCHEMA } from "../database/schema.js";
export { checkSite } from "./check-site.js";
export { presentationOf } from "./presentation.js";
export { USUAL_FIELDS } from "./public-fields.js";
export { type PublicPhoto, readPublicPhotos } from "./public-photos.js";
export type { PhotoVector } from "./publish-vectors.js";
export { toInt8, toSigns } from "./quantise-vector.js";
export { SiteFolder } from "./site-folder.js";
export { type DataInput, writeData } from "./write-data.js";
