import { useEffect, useState } from "react";

/** True while something changes, and some time after that. @param value what may change */
export function useLingering(value: unknown, milliseconds: number): boolean {
  const [last, setLast] = useState(value);
  const [settled, setSettled] = useState(value);
  if (last !== value) setLast(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(last), milliseconds);
    return () => clearTimeout(timer);
  }, [last, milliseconds]);
  return settled !== last;
}
