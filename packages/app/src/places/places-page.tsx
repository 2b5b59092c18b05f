import { PageSkeleton } from "../frame/page-skeleton.js";

interface PlacesPageProps {
  /** Where one looks, as the address has it. */
  at: string | null;
  isPhotoOpen: boolean;
}

/** Where the photos were taken. */
export default function PlacesPage(_: PlacesPageProps) {
  return <PageSkeleton />;
}
