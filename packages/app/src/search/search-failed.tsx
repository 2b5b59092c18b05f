import { GalleryError } from "akin-browser";
import { Notice } from "../frame/notice.js";
import { PageLink } from "../navigation/page-link.js";
import { strings } from "../strings.js";

/** What happened, and what still works. */
export function SearchFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const reasons: Partial<Record<string, string>> = strings.search.failures;
  const reason = error instanceof GalleryError ? reasons[error.code] : undefined;
  return (
    <Notice title={reason ?? strings.search.failed} onRetry={onRetry}>
      {strings.search.stillWorks}{" "}
      <PageLink page={{ view: "photos", filter: {} }}>{strings.search.allPhotos}</PageLink>
    </Notice>
  );
}
