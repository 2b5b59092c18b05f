import { useAlbum } from "../album/album-context.js";
import { PhotoRows } from "./photo-rows.js";
import { PhotosMain } from "./photos-main.js";

/** All photos by day. */
export function Grid({ isPhotoOpen }: { isPhotoOpen: boolean }) {
  return (
    <PhotosMain>
      <PhotoRows blocks={useAlbum().blocks} isPhotoOpen={isPhotoOpen} />
    </PhotosMain>
  );
}
