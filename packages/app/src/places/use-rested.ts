import { useEffect, useState } from "react";

const REST_MS = 120;

/** A value as it was when it last stood still: what follows a moving map would flicker. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
