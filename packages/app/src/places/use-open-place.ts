import type { PhotoPlaces } from "akin-browser";
import { useMemo } from "react";
import { PositionList } from "../album/position-list.js";
import type { PositionedPhotos } from "../album/positioned-photos.js";
import { useProvideList } from "../album/use-provide-list.js";
import { type ClusterName, countryFinder, describeCluster } from "./list/describe-cluster.js";
import { parseAt } from "./map/map-address.js";
import type { PlaceCluster, PlaceClusters } from "./map/place-clusters.js";
import type { Country } from "./outlines/country.js";

interface OpenPlaceOptions {
  at: string | null;
  /** Null as long as it is being made. */
  index: PlaceClusters | null;
  places: PhotoPlaces;
  countries: readonly Country[];
  /** What the map shows. */
  clusters: readonly PlaceCluster[];
  photos: PositionedPhotos;
}

interface OpenPlace {
  name: ClusterName;
  /** Of its photos, descending. */
  positions: readonly number[];
}

/** The place whose photos the address lists; an open photo goes on through them, or else through all on the map. */
export function useOpenPlace(options: OpenPlaceOptions): OpenPlace | null {
  const { at, index, places, countries, clusters, photos } = options;
  const cluster = useMemo(() => {
    const address = parseAt(at);
    return address?.isOpen ? (index?.at(address.view) ?? null) : null;
  }, [at, index]);
  const list = useMemo(() => {
    const shown = cluster === null ? clusters : [cluster];
    return new PositionList(photos, () => positionsOf(shown, index, places));
  }, [cluster, clusters, index, places, photos]);
  useProvideList(list);
  return useMemo(() => {
    if (cluster === null || index === null) return null;
    const name = describeCluster(cluster, index, places, countryFinder(countries, places));
    return { name, positions: positionsOf([cluster], index, places) };
  }, [cluster, index, places, countries]);
}

/** Of the photos of clusters, descending. */
function positionsOf(
  clusters: readonly PlaceCluster[],
  index: PlaceClusters | null,
  { positions }: PhotoPlaces,
): number[] {
  const rows = clusters.flatMap((each) => index?.rowsOf(each) ?? []);
  return rows.map((row) => positions[row] ?? 0).sort((a, b) => b - a);
}
