import { Suspense } from "react";
import { useAlbum } from "../album/album-context.js";
import { DropZone } from "../dropped/drop-zone.js";
import { useRoute } from "../navigation/use-navigation.js";
import { OfflineBar } from "../offline/offline-bar.js";
import { PhotoView } from "../photo/photo-view.js";
import { useFetchAhead } from "../photo/use-fetch-ahead.js";
import { SelectionBar } from "../selection/selection-bar.js";
import { AboutDialog } from "../settings/about-dialog.js";
import { KeysDialog } from "../settings/keys-dialog.js";
import { usePresentation } from "../settings/use-presentation.js";
import { Bar } from "./bar.js";
import { ChangedBar } from "./changed-bar.js";
import { PageBoundary } from "./page-boundary.js";
import { PageSkeleton } from "./page-skeleton.js";
import { PageView } from "./pages.js";
import { SkipLink } from "./skip-link.js";
import { usePageTitle } from "./use-page-title.js";

/** The open album: the page that the address names, and over it a photo. */
export function AlbumPage() {
  const { page, photo } = useRoute();
  usePageTitle(page, photo);
  useFetchAhead();
  usePresentation(useAlbum().manifest);
  const isPhotoOpen = photo !== null;
  return (
    <>
      <div inert={isPhotoOpen}>
        <SkipLink />
        <Bar page={page} />
        <PageBoundary key={page.view}>
          <Suspense fallback={<PageSkeleton />}>
            <PageView page={page} isPhotoOpen={isPhotoOpen} />
          </Suspense>
        </PageBoundary>
        <SelectionBar page={page} isPhotoOpen={isPhotoOpen} />
      </div>
      {isPhotoOpen && <PhotoView id={photo} />}
      <ChangedBar />
      <OfflineBar />
      <DropZone />
      <AboutDialog />
      <KeysDialog />
    </>
  );
}
