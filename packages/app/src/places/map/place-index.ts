import type { PhotoPlaces } from "akin-browser";
import KDBush from "kdbush";
import Supercluster from "supercluster";
import { MAX_ZOOM } from "./map-view.js";

/** Places nearer to each other than this many pixels are one; a marker is a little smaller. */
export const RADIUS = 64;

/** Where all photos were taken. */
export type PlacePoints = Pick<PhotoPlaces, "positions" | "latitudes" | "longitudes">;

/** A row of the gallery's places. */
type Row = { row: number };
type Newest = { newest: number };

/** The places of all photos, grouped for every zoom. */
export type PlaceIndex = Supercluster<Row, Newest>;

/** What of an index a worker can hand over. */
export interface PackedIndex {
  trees: { bush: ArrayBuffer; data: Int32Array<ArrayBuffer> }[];
  /** Which of `trees` belongs to a zoom. */
  treeOfZoom: number[];
  coords: Float64Array<ArrayBuffer>;
  /** Of each group. */
  newest: Uint32Array<ArrayBuffer>;
}

/** The index's own fields, as they are in the version of Supercluster that is pinned. */
interface Fields {
  trees: { ids: { buffer: ArrayBuffer }; data: Int32Array<ArrayBuffer> }[];
  numPoints: number;
  coords: Float64Array<ArrayBuffer>;
  props: Row[];
  ids: null;
  clusterProps: Newest[];
}

function emptyIndex({ positions }: PlacePoints): PlaceIndex {
  return new Supercluster<Row, Newest>({
    radius: RADIUS,
    // With it the index counts in pixels of this map.
    extent: 256,
    maxZoom: MAX_ZOOM,
    map: ({ row }) => ({ newest: positions[row] ?? 0 }),
    reduce: (all, one) => {
      all.newest = Math.max(all.newest, one.newest);
    },
  });
}

/** Groups places, which takes a second for 100,000. */
export function placeIndex(points: PlacePoints): PlaceIndex {
  const { positions, latitudes, longitudes } = points;
  return emptyIndex(points).load(
    Array.from(positions, (_, row) => ({
      type: "Feature",
      properties: { row },
      geometry: { type: "Point", coordinates: [longitudes[row] ?? 0, latitudes[row] ?? 0] },
    })),
  );
}

/** @returns `transfer`: what the index gives away, so that nothing is copied */
export function packIndex(index: PlaceIndex): { packed: PackedIndex; transfer: ArrayBuffer[] } {
  const { trees, coords, clusterProps } = index as unknown as Fields;
  // Zooms at which nothing is grouped share a tree.
  const distinct = [...new Set(trees)];
  const packed: PackedIndex = {
    trees: distinct.map(({ ids, data }) => ({ bush: ids.buffer, data })),
    treeOfZoom: trees.map((tree) => distinct.indexOf(tree)),
    coords,
    newest: Uint32Array.from(clusterProps, ({ newest }) => newest),
  };
  const transfer = packed.trees.flatMap(({ bush, data }) => [bush, data.buffer]);
  return { packed, transfer: [...transfer, coords.buffer, packed.newest.buffer] };
}

/** The index that was packed. @param points the same that it was made of */
export function unpackIndex(packed: PackedIndex, points: PlacePoints): PlaceIndex {
  const trees = packed.trees.map(({ bush, data }) => Object.assign(KDBush.from(bush), { data }));
  const fields = {
    trees: packed.treeOfZoom.map((at) => trees[at]),
    numPoints: points.positions.length,
    coords: packed.coords,
    props: Array.from(points.positions, (_, row) => ({ row })),
    ids: null,
    clusterProps: Array.from(packed.newest, (newest) => ({ newest })),
  };
  return Object.assign(emptyIndex(points), fields);
}
