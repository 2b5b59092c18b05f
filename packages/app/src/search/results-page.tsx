import type { PhotoFilter } from "akin-browser";
import { PageSkeleton } from "../frame/page-skeleton.js";

interface ResultsPageProps {
  filter: PhotoFilter;
  isPhotoOpen: boolean;
}

/** The photos of a filter. */
export default function ResultsPage(_: ResultsPageProps) {
  return <PageSkeleton />;
}
