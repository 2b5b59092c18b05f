import { useRef, useState } from "react";
import { valuesOf } from "../navigation/filter-params.js";
import { strings } from "../strings.js";
import type { FilterProps } from "./chips.js";
import { toggled, without } from "./conditions.js";
import { DateFields } from "./date-fields.js";
import { FacetList } from "./facet-list.js";
import { MonthList } from "./month-list.js";
import { Section } from "./section.js";
import { useFacets } from "./use-facets.js";
import { useNear } from "./use-near.js";

const TIME = ["year", "from", "to"] as const;

/** Years, the months of the one that is chosen, or from one day to another. */
export function DateSection({ filter, onChange }: FilterProps) {
  const ref = useRef<HTMLElement>(null);
  const isNear = useNear(ref);
  const years = useFacets("year", filter, TIME, isNear);
  const chosen = valuesOf(filter, "year");
  const month = filter.from === filter.to ? filter.from : undefined;
  const [opened, setOpened] = useState(filter.from?.slice(0, 4) ?? chosen.at(-1));
  const months = useFacets("month", filter, TIME, isNear).value ?? [];
  const toggle = (year: string) => {
    setOpened(chosen.includes(year) ? undefined : year);
    onChange(toggled(without(filter, ["from", "to"]), "year", year));
  };
  const choose = (wanted: string) => {
    const rest = without(filter, TIME);
    onChange(wanted === month ? rest : { ...rest, from: wanted, to: wanted });
  };
  const monthsOf = (year: string) =>
    year === opened && <MonthList year={year} counts={months} chosen={month} onChoose={choose} />;
  const list = { kind: "year", chosen, onToggle: toggle, below: monthsOf } as const;
  return (
    <Section ref={ref} title={strings.search.titles.year} asked={years}>
      {(counts, titleId) =>
        counts.length + chosen.length === 0 ? null : (
          <>
            <FacetList {...list} counts={counts} titleId={titleId} />
            <DateFields filter={filter} onChange={onChange} />
          </>
        )
      }
    </Section>
  );
}
