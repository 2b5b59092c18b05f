import { useEffect, useEffectEvent } from "react";

interface PhotoKeys {
  onClose: () => void;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onDetails: () => void;
}

/** Keys of the whole view; with a modifier they are the browser's. */
export function usePhotoKeys({ onClose, onPrevious, onNext, onDetails }: PhotoKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const actions = new Map([
      ["Escape", onClose],
      ["ArrowLeft", onPrevious],
      ["ArrowRight", onNext],
      ["i", onDetails],
    ]);
    const action = actions.get(event.key);
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    addEventListener("keydown", listener);
    return () => removeEventListener("keydown", listener);
  }, []);
}
