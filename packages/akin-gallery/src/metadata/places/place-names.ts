import type { PhotoMetadata } from "../photo-metadata.js";
import { mergePlaces, type Place } from "../place.js";
import { PlaceFinder } from "./place-finder.js";

/** Names the places of photos; the data is loaded when the first photo tells its coordinates. */
export class PlaceNames {
  private finder: PlaceFinder | undefined;
  private readonly known = new Map<string, Place | null>();

  /** @param metadata with exact coordinates, which name places better than rounded ones */
  addTo(metadata: PhotoMetadata): PhotoMetadata {
    const { latitude, longitude } = metadata;
    if (latitude === null || longitude === null) return metadata;
    return { ...metadata, place: mergePlaces(metadata.place, this.find(latitude, longitude)) };
  }

  private find(latitude: number, longitude: number): Place | null {
    // Photos of one spot: a thousandth of a degree is 100 m.
    const spot = `${latitude.toFixed(3)},${longitude.toFixed(3)}`;
    const known = this.known.get(spot);
    if (known !== undefined) return known;
    this.finder ??= new PlaceFinder();
    const place = this.finder.find(Number(latitude.toFixed(3)), Number(longitude.toFixed(3)));
    this.known.set(spot, place);
    return place;
  }
}
