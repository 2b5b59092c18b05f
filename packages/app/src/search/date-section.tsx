import { useState } from "react";
import { valuesOf } from "../navigation/filter-params.js";
import { strings } from "../strings.js";
import type { FilterProps } from "./chips.js";
import { toggled, without } from "./conditions.js";
import { DateFields } from "./date-fields.js";
import { FacetList } from "./facet-list.js";
import { MonthList } from "./month-list.js";
import { Section } from "./section.js";
import { useFacets } from "./use-facets.js";

const TIME = ["year", "from", "to"] as const;

/** Years, the months of the one that is chosen, or from one day to another. */
export function DateSection({ filter, onChange }: FilterProps) {
  const years = useFacets("year", filter, TIME);
  const months = useFacets("month", filter, TIME);
  const [opened, setOpened] = useState<string | null>(null);
  const chosen = valuesOf(filter, "year");
  const toggle = (year: string) => {
    setOpened(chosen.includes(year) ? null : year);
    onChange(toggled(without(filter, ["from", "to"]), "year", year));
  };
  const fromMonth = filter.from?.slice(0, 7);
  const shown = opened ?? chosen.at(-1) ?? fromMonth?.slice(0, 4);
  return (
    <Section title={strings.search.titles.year} asked={years}>
      {(counts, titleId) =>
        counts.length + chosen.length === 0 ? null : (
          <>
            <FacetList
              kind="year"
              counts={counts}
              chosen={chosen}
              titleId={titleId}
              onToggle={toggle}
              below={(year) =>
                year === shown && (
                  <MonthList
                    counts={months.value?.filter(({ value }) => value.startsWith(year)) ?? []}
                    chosen={filter.from === filter.to ? filter.from : undefined}
                    onChoose={(month) => {
                      setOpened(year);
                      const rest = without(filter, TIME);
                      const isChosen = month === filter.from && month === filter.to;
                      onChange(isChosen ? rest : { ...rest, from: month, to: month });
                    }}
                  />
                )
              }
            />
            <DateFields filter={filter} onChange={onChange} />
          </>
        )
      }
    </Section>
  );
}
