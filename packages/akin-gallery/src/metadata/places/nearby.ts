import { around } from "geokdbush";
import KDBush from "kdbush";

interface Located {
  country: string;
  latitude: number;
  longitude: number;
}

interface Country<Place> {
  places: Place[];
  index?: KDBush;
}

/** Finds the places near a point, on the globe: across the date line and at the poles too. */
export class Nearby<Place extends Located> {
  private readonly countries = new Map<string, Country<Place>>();

  constructor(places: Iterable<Place>) {
    for (const place of places) {
      const country = this.countries.get(place.country);
      if (country) country.places.push(place);
      else this.countries.set(place.country, { places: [place] });
    }
  }

  /** @returns at most `most` places of the point's country within `distance` kilometres, nearest first */
  find({ country: code, latitude, longitude }: Located, most: number, distance: number): Place[] {
    const country = this.countries.get(code);
    if (!country) return [];
    country.index ??= indexOf(country.places);
    return around(country.index, longitude, latitude, most, distance).flatMap(
      (index) => country.places[index] ?? [],
    );
  }
}

function indexOf(places: readonly Located[]): KDBush {
  const index = new KDBush(places.length);
  for (const { longitude, latitude } of places) index.add(longitude, latitude);
  return index.finish();
}
