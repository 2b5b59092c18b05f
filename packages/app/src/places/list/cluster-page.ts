import type { Page } from "../../navigation/route.js";
import { formatAt } from "../map/map-address.js";
import type { MapView } from "../map/map-view.js";
import type { PlaceCluster } from "../map/place-clusters.js";

/** Where a cluster of several photos leads: nearer, to where it is several, or to the list of its photos. */
export function clusterPage({ x, y, splitsAt }: PlaceCluster, { zoom }: MapView): Page {
  const at =
    splitsAt === null ? formatAt({ x, y, zoom }, true) : formatAt({ x, y, zoom: splitsAt });
  return { view: "places", at };
}
