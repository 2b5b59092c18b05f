import { useEffect, useState } from "react";

const IDLE_MS = 3000;
const SIGNS = ["pointermove", "pointerdown", "keydown", "focusin", "wheel"] as const;

/** Whether the visitor has done nothing for three seconds. */
export function useIdle(isOn: boolean): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const controller = new AbortController();
    const { signal } = controller;
    let timer: ReturnType<typeof setTimeout>;
    const wake = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setIdle(true), IDLE_MS);
      setIdle(false);
    };
    wake();
    for (const sign of SIGNS) addEventListener(sign, wake, { signal, passive: true });
    return () => {
      controller.abort();
      clearTimeout(timer);
      setIdle(false);
    };
  }, [isOn]);
  return isIdle;
}
