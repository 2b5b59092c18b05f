import { type RefObject, useState } from "react";
import { flushSync } from "react-dom";

export interface Show {
  isOn: boolean;
  /** Whether the controls are out of the way. */
  isIdle: boolean;
  setIdle: (isIdle: boolean) => void;
  start: () => void;
  stop: () => void;
}

/** Whether photos are shown one after the other, with nothing beside them. */
export function useShow(view: RefObject<HTMLElement | null>): Show {
  const [isOn, setOn] = useState(false);
  const [isIdle, setIdle] = useState(false);
  const turn = (on: boolean) => {
    // What has the focus may be hidden then: the panel, or the show's own buttons.
    flushSync(() => setOn(on));
    view.current?.focus();
  };
  return { isOn, isIdle, setIdle, start: () => turn(true), stop: () => turn(false) };
}
