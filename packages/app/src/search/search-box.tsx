import type { FormEvent } from "react";
import { navigation } from "../navigation/navigation.js";
import type { Page } from "../navigation/route.js";
import { strings } from "../strings.js";

/** One box for all questions in words. */
export function SearchBox({ page }: { page: Page }) {
  const text = page.view === "photos" ? page.filter.text : undefined;
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("q");
    if (typeof typed === "string" && typed.trim() !== "") {
      navigation.go({ view: "photos", filter: { text: typed.trim() } });
    }
  };
  return (
    <search>
      <form onSubmit={search}>
        <input name="q" type="search" defaultValue={text} aria-label={strings.search.label} />
      </form>
    </search>
  );
}
