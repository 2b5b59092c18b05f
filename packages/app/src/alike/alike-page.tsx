import { PageSkeleton } from "../frame/page-skeleton.js";
import type { AlikePage as Address } from "../navigation/route.js";

interface AlikePageProps {
  page: Address;
  isPhotoOpen: boolean;
}

/** Photos like some, and unlike others, from the nearest to the farthest. */
export default function AlikePage(_: AlikePageProps) {
  return <PageSkeleton />;
}
