import { type FilterKind, valuesOf } from "../navigation/filter-params.js";
import { strings } from "../strings.js";
import type { FilterProps } from "./chips.js";
import { toggled } from "./conditions.js";
import { FacetList } from "./facet-list.js";
import { Section } from "./section.js";
import { useFacets } from "./use-facets.js";

interface FacetSectionProps extends FilterProps {
  kind: FilterKind;
}

/** The values of one kind: any of those that are ticked. */
export function FacetSection({ kind, filter, onChange }: FacetSectionProps) {
  const asked = useFacets(kind, filter, [kind]);
  const chosen = valuesOf(filter, kind);
  return (
    <Section title={strings.search.titles[kind]} asked={asked}>
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
