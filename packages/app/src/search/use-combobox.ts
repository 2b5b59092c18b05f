import { type KeyboardEvent, useState } from "react";

interface ComboboxOptions {
  count: number;
  onChoose: (at: number) => void;
  /** Enter without an option. */
  onEnter: () => void;
  /** Escape once the list is closed. */
  onEscape: () => void;
  onDelete: (at: number) => void;
}

/** The list of a text field with suggestions, and its keys, as WAI-ARIA has them. */
export function useCombobox() {
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const open = () => {
    setOpen(true);
    setActive(-1);
  };
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent, options: ComboboxOptions) => {
    const { count, onChoose, onEnter, onEscape, onDelete } = options;
    // While an input method composes, Enter and the arrows belong to it.
    if (event.nativeEvent.isComposing) return;
    const last = Math.min(active, count - 1);
    const handle = (action: () => void) => {
      event.preventDefault();
      action();
    };
    if (event.key === "ArrowDown" && !isOpen) handle(open);
    else if (event.key === "ArrowDown") handle(() => setActive(last + 1 < count ? last + 1 : -1));
    else if (event.key === "ArrowUp") handle(() => setActive(last < 0 ? count - 1 : last - 1));
    else if (event.key === "Enter") handle(() => (last < 0 ? onEnter() : onChoose(last)));
    else if (event.key === "Escape") handle(isOpen && count > 0 ? close : onEscape);
    else if (event.key === "Delete" && last >= 0) handle(() => onDelete(last));
  };
  return { isOpen, active, open, close, onKeyDown };
}
