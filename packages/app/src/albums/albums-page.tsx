import { PageSkeleton } from "../frame/page-skeleton.js";

/** The folders of photos. */
export default function AlbumsPage() {
  return <PageSkeleton />;
}
