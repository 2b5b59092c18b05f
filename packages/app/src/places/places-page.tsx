import { Notice } from "../frame/notice.js";
import { PageSkeleton } from "../frame/page-skeleton.js";
import { strings } from "../strings.js";
import { PlacesMap } from "./places-map.js";
import { usePlaces } from "./use-places.js";

interface PlacesPageProps {
  /** Where one looks, as the address has it. */
  at: string | null;
  isPhotoOpen: boolean;
}

/** Where the photos were taken. */
export default function PlacesPage(props: PlacesPageProps) {
  const answer = usePlaces();
  if (answer.status === "loading") return <PageSkeleton />;
  if (answer.status === "failed") {
    return (
      <main>
        <Notice title={strings.places.failed} onRetry={answer.retry} />
      </main>
    );
  }
  if (answer.value.positions.length === 0) {
    return (
      <main>
        <Notice title={strings.places.none}>{strings.places.noneHint}</Notice>
      </main>
    );
  }
  return <PlacesMap places={answer.value} {...props} />;
}
