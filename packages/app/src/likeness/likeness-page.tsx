import { useCallback } from "react";
import { useAlbum } from "../album/album-context.js";
import { useAnswer } from "../album/use-answer.js";
import { Notice } from "../frame/notice.js";
import { navigation } from "../navigation/navigation.js";
import { strings } from "../strings.js";
import { MapSkeleton } from "./map-skeleton.js";
import { MapView } from "./map-view.js";

interface LikenessPageProps {
  /** Where one looks, as the address has it. */
  at: string | null;
  isPhotoOpen: boolean;
}

/** All photos, the alike ones close to each other. */
export default function LikenessPage({ at, isPhotoOpen }: LikenessPageProps) {
  const { gallery } = useAlbum();
  const ask = useCallback((signal: AbortSignal) => gallery.likenessMap({ signal }), [gallery]);
  const answer = useAnswer(ask);
  if (answer.status === "loading") return <MapSkeleton />;
  if (answer.status === "failed") {
    return (
      <main>
        <Notice title={strings.likenessMap.failed} onRetry={answer.retry} />
      </main>
    );
  }
  if (answer.value === null) return <NoMap />;
  return <MapView map={answer.value} at={at} isPhotoOpen={isPhotoOpen} />;
}

function NoMap() {
  const toPhotos = () => navigation.go({ view: "photos", filter: {} });
  return (
    <main>
      <Notice
        title={strings.likenessMap.none}
        action={{ label: strings.toGallery, onClick: toPhotos }}
      >
        {strings.likenessMap.noneHint}
      </Notice>
    </main>
  );
}
