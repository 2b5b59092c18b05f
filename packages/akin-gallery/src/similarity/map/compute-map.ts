import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { type LayoutOptions, layoutMap } from "./layout-map.js";
import { mapNodes } from "./map-nodes.js";
import type { MapPlaces } from "./map-places.js";
import { readGraph, readGroups } from "./read-graph.js";
import { spreadPoints } from "./spread-points.js";
import { type EachVector, startLayout } from "./start-layout.js";
import { toUnitSquare } from "./to-unit-square.js";

/** Between any two photos, of the mean distance that they had if they were spread over the whole square. */
const GAP = 0.45;

const LARGEST = 2 ** 16 - 1;

/**
 * A map of the album by likeness, from the stored neighbours and the vectors: the same for the same photos, whatever the
 * machine.
 *
 * @param ids photos that have a vector, ascending
 */
export function computeMap(
  database: DatabaseSyncInstance,
  ids: Float64Array,
  eachVector: EachVector,
  options?: LayoutOptions,
): MapPlaces {
  const nodes = mapNodes(ids, readGroups(database));
  const graph = readGraph(database, nodes);
  const layout = layoutMap(graph, startLayout(ids, nodes, eachVector), options);
  const points = new Float64Array(2 * ids.length);
  for (const [row, id] of ids.entries()) {
    const node = nodes.nodeOf.get(id) ?? 0;
    points.set(layout.subarray(2 * node, 2 * node + 2), 2 * row);
  }
  toUnitSquare(points);
  spreadPoints(points, GAP / Math.sqrt(ids.length));
  toUnitSquare(points);
  return {
    ids,
    x: Uint16Array.from(ids, (_, row) => Math.round((points[2 * row] ?? 0) * LARGEST)),
    y: Uint16Array.from(ids, (_, row) => Math.round((points[2 * row + 1] ?? 0) * LARGEST)),
  };
}
