import { useEffect, useEffectEvent } from "react";
import { recall, remember } from "../remember.js";

const KEY = "akin-letter-keys";

type Action = (event: KeyboardEvent) => void;

/** What was registered last for a key goes first: the photo's keys before those of the page below. */
const actions = new Map<string, Action[]>();

/** Whether keys of a single character do something; WCAG 2.1.4 asks that they can be turned off. */
export function hasLetterKeys(): boolean {
  return recall(KEY) !== "off";
}

export function setLetterKeys(on: boolean): void {
  remember(KEY, on ? null : "off");
}

/**
 * Runs an action when a key is pressed anywhere in the page, but in a text field or with a modifier, which are the
 * browser's.
 *
 * @param key as `KeyboardEvent.key` has it: `s`, `/`, `Escape`
 * @param action undefined where the key does nothing
 */
export function useShortcut(key: string, action: (() => void) | undefined): void {
  const isOn = action !== undefined;
  const run = useEffectEvent<Action>((event) => {
    event.preventDefault();
    action?.();
  });
  useEffect(() => {
    if (!isOn) return;
    const listener: Action = (event) => run(event);
    const others = actions.get(key) ?? [];
    actions.set(key, [listener, ...others]);
    return () => {
      const left = actions.get(key)?.filter((each) => each !== listener) ?? [];
      actions.set(key, left);
    };
  }, [key, isOn]);
}

addEventListener("keydown", (event) => {
  const { key } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  // `?` and `+` are typed with Shift on many keyboards.
  if (event.shiftKey && (key.length > 1 || /^\p{L}$/u.test(key))) return;
  if (isForText(event.target, key) || (key === " " && isPressedBySpace(event.target))) return;
  if (key.length === 1 && !hasLetterKeys()) return;
  actions.get(key)?.[0]?.(event);
});

function isForText(target: EventTarget | null, key: string): boolean {
  const text = "input:not([type=checkbox], [type=radio]), textarea, [contenteditable]";
  // A list of choices has no use for Escape; open, it is the browser's.
  const field = key === "Escape" ? text : `${text}, select`;
  return target instanceof Element && target.closest(field) !== null;
}

/** A button that has the focus is what the space bar is for. */
function isPressedBySpace(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, summary, input") !== null;
}
