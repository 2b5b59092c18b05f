/** What a page with a few similar photos never needs, fetched when it is asked for: one file, as bundlers cut best. */
export { GalleryDatabases } from "./databases/gallery-databases.js";
export { AlbumFiles } from "./photos/album-files.js";
export { searchSimilar } from "./similar/search-similar.js";
