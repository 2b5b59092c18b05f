import { useGallery } from "akin-browser/react";
import { useMemo } from "react";
import { Album } from "./album/album.js";
import { AlbumContext } from "./album/album-context.js";
import { AlbumPage } from "./frame/album-page.js";
import { GalleryFailed } from "./frame/gallery-failed.js";
import { GallerySkeleton } from "./frame/gallery-skeleton.js";
import { useRoute } from "./navigation/use-navigation.js";
import { PhotoSkeleton } from "./photo/photo-skeleton.js";

export function App() {
  const { gallery, error, retry } = useGallery();
  const route = useRoute();
  const album = useMemo(() => gallery && new Album(gallery), [gallery]);
  if (error !== null) return <GalleryFailed error={error} onRetry={retry} />;
  if (album === null) return route.photo === null ? <GallerySkeleton /> : <PhotoSkeleton />;
  return (
    <AlbumContext value={album}>
      <AlbumPage />
    </AlbumContext>
  );
}
