import type { GalleryError } from "akin-browser";
import { strings } from "../strings.js";
import { Notice } from "./notice.js";

const MESSAGES: Partial<Record<GalleryError["code"], string>> = strings.errors;

export function GalleryFailed({ error, onRetry }: { error: GalleryError; onRetry: () => void }) {
  return (
    <main>
      <Notice title={MESSAGES[error.code] ?? strings.otherError} onRetry={onRetry}>
        {error.message}
      </Notice>
    </main>
  );
}
