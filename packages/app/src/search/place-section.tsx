import { useRef } from "react";
import { valuesOf } from "../navigation/filter-params.js";
import { strings } from "../strings.js";
import type { FilterProps } from "./chips.js";
import { toggled, without } from "./conditions.js";
import { FacetList } from "./facet-list.js";
import { Section } from "./section.js";
import { useFacets } from "./use-facets.js";
import { useNear } from "./use-near.js";

/** From the widest to the narrowest. */
const LEVELS = ["country", "region", "city"] as const;

/** Countries, the regions of those that are chosen, and the cities of those. */
export function PlaceSection({ filter, onChange }: FilterProps) {
  return LEVELS.map((_, depth) => (
    <PlaceLevel key={LEVELS[depth]} depth={depth} filter={filter} onChange={onChange} />
  ));
}

function PlaceLevel({ depth, filter, onChange }: FilterProps & { depth: number }) {
  const kind = LEVELS[depth] ?? "country";
  const narrower = LEVELS.slice(depth + 1);
  const ref = useRef<HTMLElement>(null);
  const asked = useFacets(kind, filter, [kind, ...narrower], useNear(ref));
  const chosen = valuesOf(filter, kind);
  // Places in a country that is no longer chosen would leave nothing.
  const toggle = (value: string) => onChange(toggled(without(filter, narrower), kind, value));
  return (
    <Section ref={ref} title={strings.search.titles[kind]} asked={asked}>
      {(counts, titleId) =>
        counts.length + chosen.length === 0 ? null : (
          <FacetList
            kind={kind}
            counts={counts}
            chosen={chosen}
            titleId={titleId}
            onToggle={toggle}
          />
        )
      }
    </Section>
  );
}
