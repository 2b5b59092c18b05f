/** Names of a place, from near to far, as far as known. */
export interface Place {
  /** A city, town or village. */
  city?: string;
  /** A state, a province. */
  region?: string;
  /** A country, or a territory such as Puerto Rico. */
  country?: string;
}

/**
 * One place of what a file says in words and what its coordinates tell. Words win; names that they lack come from the
 * coordinates, unless they speak of another country, or of another region.
 */
export function mergePlaces(written: Place | null, derived: Place | null): Place | null {
  if (!written) return derived;
  if (!derived || contradict(written.country, derived.country)) return written;
  const city =
    written.city ?? (contradict(written.region, derived.region) ? undefined : derived.city);
  const region = written.region ?? derived.region;
  const country = written.country ?? derived.country;
  return { ...(city && { city }), ...(region && { region }), ...(country && { country }) };
}

function contradict(written: string | undefined, derived: string | undefined): boolean {
  return written !== undefined && written.toLowerCase() !== derived?.toLowerCase();
}
