import type { FacetCount } from "akin-browser";
import { useMemo, useRef } from "react";
import { valuesOf } from "../navigation/filter-params.js";
import { strings } from "../strings.js";
import type { FilterProps } from "./chips.js";
import { toggled } from "./conditions.js";
import { FacetList } from "./facet-list.js";
import { Section } from "./section.js";
import { useFacets } from "./use-facets.js";
import { useNear } from "./use-near.js";

/** Albums; photos in those below one count as its own. */
export function FolderSection({ filter, onChange }: FilterProps) {
  const ref = useRef<HTMLElement>(null);
  const asked = useFacets("folder", filter, ["folder"], useNear(ref));
  const { value } = asked;
  const counts = useMemo(() => value && withFoldersAbove(value), [value]);
  const chosen = valuesOf(filter, "folder");
  return (
    <Section ref={ref} title={strings.search.titles.folder} asked={{ ...asked, value: counts }}>
      {(folders, titleId) =>
        folders.length + chosen.length === 0 ? null : (
          <FacetList
            kind="folder"
            counts={folders}
            chosen={chosen}
            describe={describePath}
            titleId={titleId}
            onToggle={(folder) => onChange(toggled(filter, "folder", folder))}
          />
        )
      }
    </Section>
  );
}

function describePath(folder: string): string {
  return folder.split("/").join(" / ");
}

/** Each photo has one folder only, so that those of a folder are its own and those of the folders in it. */
function withFoldersAbove(counts: readonly FacetCount[]): FacetCount[] {
  const all = new Map<string, number>();
  for (const { value, photos } of counts) {
    for (let end = value.length; end > 0; end = value.lastIndexOf("/", end - 1)) {
      const folder = value.slice(0, end);
      all.set(folder, (all.get(folder) ?? 0) + photos);
    }
  }
  return [...all]
    .map(([value, photos]) => ({ value, photos }))
    .sort((a, b) => b.photos - a.photos || (a.value < b.value ? -1 : 1));
}
