import type { PhotoPlaces } from "akin-browser";
import { MAX_ZOOM, type MapSize, type MapView, worldWidth } from "./map-view.js";
import { MAX_LATITUDE, toPlace, toWorld, type WorldPoint, wrap } from "./mercator.js";
import { type PlaceIndex, RADIUS } from "./place-index.js";

/** Photos that are shown as one on the map. */
export interface PlaceCluster extends WorldPoint {
  key: string;
  photos: number;
  /** Position of the newest of them. */
  newest: number;
  /** From which zoom on it is several; null for a single photo, and for photos that are never shown apart. */
  splitsAt: number | null;
  /** In the clusters' index, or the row of a single photo. */
  source: { id: number } | { row: number };
}

/** The places of all photos, grouped for every zoom. */
export class PlaceClusters {
  readonly #places: PhotoPlaces;
  readonly #index: PlaceIndex;

  constructor(places: PhotoPlaces, index: PlaceIndex) {
    this.#places = places;
    this.#index = index;
  }

  /** What is to be seen in a view, with a margin around it. */
  inView(view: MapView, size: MapSize, margin = RADIUS / 2): PlaceCluster[] {
    const world = worldWidth(view.zoom);
    const halfWidth = Math.min(0.5, (size.width / 2 + margin) / world);
    const halfHeight = (size.height / 2 + margin) / world;
    const north = toPlace({ x: 0, y: view.y - halfHeight }).latitude;
    const south = toPlace({ x: 0, y: view.y + halfHeight }).latitude;
    const west = (view.x - halfWidth) * 360 - 180;
    const found = this.#index.getClusters(
      [
        west,
        south < 1 - MAX_LATITUDE ? -90 : south,
        west + halfWidth * 720,
        north > MAX_LATITUDE - 1 ? 90 : north,
      ],
      Math.min(MAX_ZOOM, Math.round(view.zoom)),
    );
    return found.map((each) => this.#clusterOf(each));
  }

  /** The photos that lie together at a place, if there are any. */
  at(place: WorldPoint): PlaceCluster | undefined {
    const size = { width: 0, height: 0 };
    const around = this.inView({ ...place, zoom: MAX_ZOOM }, size, RADIUS);
    const distance = (each: WorldPoint) =>
      (wrap(each.x - place.x + 0.5) - 0.5) ** 2 + (each.y - place.y) ** 2;
    return around.sort((a, b) => distance(a) - distance(b))[0];
  }

  /** Rows of the photos of a cluster, in no order. @param most of how many photos at most */
  rowsOf({ source }: PlaceCluster, most = Number.POSITIVE_INFINITY): number[] {
    if ("row" in source) return [source.row];
    return this.#index.getLeaves(source.id, most).map(({ properties }) => properties.row);
  }

  #clusterOf(feature: ReturnType<PlaceIndex["getClusters"]>[number]): PlaceCluster {
    const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
    const point = toWorld(latitude, longitude);
    const { properties } = feature;
    if (!("cluster" in properties)) {
      const newest = this.#places.positions[properties.row] ?? 0;
      const { row } = properties;
      return { ...point, key: `p${newest}`, photos: 1, newest, splitsAt: null, source: { row } };
    }
    const { cluster_id: id, point_count: photos, newest } = properties;
    const splitsAt = this.#index.getClusterExpansionZoom(id);
    return {
      ...point,
      key: `c${newest}-${photos}`,
      photos,
      newest,
      splitsAt: splitsAt > MAX_ZOOM ? null : splitsAt,
      source: { id },
    };
  }
}
