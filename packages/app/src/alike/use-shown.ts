import { useEffect, useEffectEvent, useState } from "react";
import { navigation } from "../navigation/navigation.js";
import type { AlikePage } from "../navigation/route.js";

/** Browsers refuse to change the address a hundred times a second. */
const REST_MS = 200;

/** How many photos the visitor wants to see; in the address as soon as the handle rests. */
export function useShown(
  page: AlikePage,
  question: string,
): [number | undefined, (show: number) => void] {
  const [dragged, setDragged] = useState<{ question: string; show: number } | null>(null);
  const isDragging = dragged?.question === question;
  const settle = useEffectEvent((show: number) => {
    navigation.replace({ ...page, show });
    setDragged(null);
  });
  useEffect(() => {
    if (dragged === null || !isDragging) return;
    const timer = setTimeout(() => settle(dragged.show), REST_MS);
    return () => clearTimeout(timer);
  }, [dragged, isDragging]);
  return [isDragging ? dragged.show : page.show, (show) => setDragged({ question, show })];
}
