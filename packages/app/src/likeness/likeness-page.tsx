import { PageSkeleton } from "../frame/page-skeleton.js";

interface LikenessPageProps {
  /** Where one looks, as the address has it. */
  at: string | null;
  isPhotoOpen: boolean;
}

/** All photos, the alike ones close to each other. */
export default function LikenessPage(_: LikenessPageProps) {
  return <PageSkeleton />;
}
