import { useShortcut } from "../settings/shortcuts.js";

interface PhotoKeys {
  onClose: () => void;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onDetails: () => void;
}

/** Keys of the whole view. */
export function usePhotoKeys({ onClose, onPrevious, onNext, onDetails }: PhotoKeys): void {
  useShortcut("Escape", onClose);
  useShortcut("ArrowLeft", onPrevious);
  useShortcut("ArrowRight", onNext);
  useShortcut("i", onDetails);
}
