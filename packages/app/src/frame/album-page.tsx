import { useAlbum } from "../album/album-context.js";
import { Grid } from "../grid/grid.js";
import { useRoute } from "../navigation/use-navigation.js";
import { PhotoView } from "../photo/photo-view.js";
import { Bar } from "./bar.js";
import { ChangedBar } from "./changed-bar.js";
import { EmptyAlbum } from "./empty-album.js";
import { UnknownPhoto } from "./unknown-photo.js";
import { usePageTitle } from "./use-page-title.js";

/** The open album: the grid, and over it the photo that the address names. */
export function AlbumPage() {
  const { photos } = useAlbum().manifest;
  const route = useRoute();
  usePageTitle(route);
  if (route.view === "unknown") return <UnknownPhoto />;
  const isPhotoOpen = route.view === "photo";
  return (
    <>
      <div inert={isPhotoOpen}>
        <Bar />
        {photos === 0 ? <EmptyAlbum /> : <Grid isPhotoOpen={isPhotoOpen} />}
      </div>
      {isPhotoOpen && <PhotoView id={route.id} />}
      <ChangedBar />
    </>
  );
}
