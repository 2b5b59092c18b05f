import { useRef } from "react";
import { type FilterKind, valuesOf } from "../navigation/filter-params.js";
import { strings } from "../strings.js";
import type { FilterProps } from "./chips.js";
import { toggled } from "./conditions.js";
import { FacetList } from "./facet-list.js";
import { Section } from "./section.js";
import { useFacets } from "./use-facets.js";
import { useNear } from "./use-near.js";

interface FacetSectionProps extends FilterProps {
  kind: FilterKind;
}

/** The values of one kind: any of those that are ticked. */
export function FacetSection({ kind, filter, onChange }: FacetSectionProps) {
  const ref = useRef<HTMLElement>(null);
  const asked = useFacets(kind, filter, [kind], useNear(ref));
  const chosen = valuesOf(filter, kind);
  return (
    <Section ref={ref} title={strings.search.titles[kind]} asked={asked}>
      {(counts, titleId) =>
        counts.length + chosen.length === 0 ? null : (
          <FacetList
            kind={kind}
            counts={counts}
            chosen={chosen}
            titleId={titleId}
            onToggle={(value) => onChange(toggled(filter, kind, value))}
          />
        )
      }
    </Section>
  );
}
