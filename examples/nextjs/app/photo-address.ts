import { photoId } from "akin-browser/format";

/** The page of a photo. Its name is the gallery's id of the photo, a hash of the path: host and Next.js take no dot in it for a file's. */
export const photoAddress = (path: string) => `/photo/${photoId(path)}/`;

/** The photo itself, which lies in public/photos/. */
export const photoFile = (path: string) =>
  `/photos/${path.split("/").map(encodeURIComponent).join("/")}`;
