import type { PhotoFilter } from "akin-browser";
import { useEffect, useRef, useState } from "react";
import { navigation } from "../navigation/navigation.js";
import type { Page } from "../navigation/route.js";
import { without } from "./conditions.js";
import { recentSearches } from "./recent-searches.js";

/** After the last key, until photos are searched for. */
const REST_MS = 150;

/** The text in the search box: what is typed becomes the page's address when one rests, or at once with Enter. */
export function useSearchText(page: Page) {
  const filter: PhotoFilter = page.view === "photos" ? page.filter : {};
  const text = filter.text ?? "";
  const [typed, setTyped] = useState(text);
  const [known, setKnown] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Whether what is being typed has a step in the history already. */
  const isBegun = useRef(false);
  if (known !== text) {
    setKnown(text);
    if (typed.trim() !== text) setTyped(text);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  const goTo = (to: PhotoFilter) => {
    const target = { view: "photos", filter: to } as const;
    if (isBegun.current) navigation.replace(target);
    else navigation.go(target);
    isBegun.current = true;
  };
  const show = (next: string) => {
    clearTimeout(timer.current);
    const wanted = next.trim();
    if (wanted === text) return;
    goTo(wanted === "" ? without(filter, ["text"]) : { ...filter, text: wanted });
  };
  return {
    typed,
    /** Types a text; it is searched for soon. */
    type(next: string) {
      setTyped(next);
      clearTimeout(timer.current);
      // One letter begins half of all words.
      if (!/^\s*[\w]\s*$/.test(next)) timer.current = setTimeout(() => show(next), REST_MS);
    },
    /** Searches for a text now, and remembers it. */
    search(next: string) {
      setTyped(next);
      show(next);
      isBegun.current = false;
      if (next.trim() !== "") recentSearches.add(next.trim());
    },
    /** Asks for something in place of the text, or of a part of it. */
    replace(change: (filter: PhotoFilter) => PhotoFilter, rest: string) {
      clearTimeout(timer.current);
      setTyped(rest);
      const left =
        rest.trim() === "" ? without(filter, ["text"]) : { ...filter, text: rest.trim() };
      goTo(change(left));
      isBegun.current = false;
    },
    /** What is typed from now on is another search; a text that photos were shown for is remembered. */
    end() {
      isBegun.current = false;
      if (text !== "" && typed.trim() === text) recentSearches.add(text);
    },
  };
}
