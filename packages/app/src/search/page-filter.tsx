import type { PhotoFilter } from "akin-browser";
import { navigation } from "../navigation/navigation.js";
import { FilterButton } from "./filter-button.js";

/** The filters of the page of photos that is open. */
export function PageFilter({ filter }: { filter: PhotoFilter }) {
  const change = (to: PhotoFilter, again?: boolean) => {
    const page = { view: "photos", filter: to } as const;
    // Back goes to before the filters were opened.
    if (again) navigation.replace(page);
    else navigation.go(page);
  };
  return <FilterButton filter={filter} onChange={change} />;
}
