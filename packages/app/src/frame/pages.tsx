import { lazy } from "react";
import { useAlbum } from "../album/album-context.js";
import { Grid } from "../grid/grid.js";
import { isEmptyFilter } from "../navigation/filter-params.js";
import type { Page } from "../navigation/route.js";
import { EmptyAlbum } from "./empty-album.js";
import { UnknownPhoto } from "./unknown-photo.js";

// The grid is what most visits begin with; the others come when somebody goes there.
const ResultsPage = lazy(() => import("../search/results-page.js"));
const AlikePage = lazy(() => import("../alike/alike-page.js"));
const AlbumsPage = lazy(() => import("../albums/albums-page.js"));
const PlacesPage = lazy(() => import("../places/places-page.js"));
const LikenessPage = lazy(() => import("../likeness/likeness-page.js"));

interface PageProps {
  page: Page;
  isPhotoOpen: boolean;
}

/** The page that the address names. */
export function PageView({ page, isPhotoOpen }: PageProps) {
  const { photos } = useAlbum().manifest;
  if (page.view === "unknown") return <UnknownPhoto />;
  if (photos === 0) return <EmptyAlbum />;
  switch (page.view) {
    case "photos":
      return isEmptyFilter(page.filter) ? (
        <Grid isPhotoOpen={isPhotoOpen} />
      ) : (
        <ResultsPage filter={page.filter} isPhotoOpen={isPhotoOpen} />
      );
    case "alike":
      return <AlikePage page={page} isPhotoOpen={isPhotoOpen} />;
    case "albums":
      return <AlbumsPage />;
    case "places":
      return <PlacesPage at={page.at} isPhotoOpen={isPhotoOpen} />;
    case "likeness":
      return <LikenessPage at={page.at} isPhotoOpen={isPhotoOpen} />;
  }
}
