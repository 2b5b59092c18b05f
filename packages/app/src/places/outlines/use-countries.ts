import { useEffect, useState } from "react";
import type { Country } from "./country.js";
import { type Detail, loadCountries } from "./load-countries.js";

const NONE: readonly Country[] = [];

/** From this zoom on the fine outlines show more than the coarse ones. */
const FINE_FROM = 3.5;

/** The outlines for a zoom, as far as they are there; photos can be found on a map without them. */
export function useCountries(zoom: number): readonly Country[] {
  const [countries, setCountries] = useState<Partial<Record<Detail, readonly Country[]>>>({});
  const detail = zoom >= FINE_FROM ? "fine" : "coarse";

  useEffect(() => {
    let isCurrent = true;
    const keep = (loaded: readonly Country[]) => {
      if (isCurrent) setCountries((before) => ({ ...before, [detail]: loaded }));
    };
    loadCountries(detail).then(keep, () => {});
    return () => {
      isCurrent = false;
    };
  }, [detail]);
  return countries[detail] ?? countries.coarse ?? countries.fine ?? NONE;
}
