import { useEffect } from "react";

/** Keeps the screen lit as long as something plays, where the browser can. */
export function useWakeLock(isOn: boolean): void {
  useEffect(() => {
    if (!isOn || !("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let left = false;
    navigator.wakeLock.request("screen").then(
      (granted) => {
        lock = granted;
        if (left) void granted.release();
      },
      // Refused, as by a phone that saves energy: the show goes on.
      () => {},
    );
    return () => {
      left = true;
      void lock?.release();
    };
  }, [isOn]);
}
