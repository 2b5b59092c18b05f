import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { iterateRows } from "../../database/sqlite.js";
import type { MapNodes } from "./map-nodes.js";
import type { NeighbourGraph } from "./neighbour-graph.js";

/**
 * Neighbours of each node that the layout looks at: UMAP's own default. With all 24 that are stored it keeps fewer of the
 * nearest together, and takes half as long again.
 */
const WIDTH = 15;

/** The group of each photo that is of a burst or has duplicates. */
export function readGroups(database: DatabaseSyncInstance): Map<number, number> {
  const groups = new Map<number, number>();
  for (const row of iterateRows(database, "SELECT image_id, group_id FROM photo_groups")) {
    groups.set(Number(row.image_id), Number(row.group_id));
  }
  return groups;
}

/** The stored neighbours, as those of nodes: what any photo of a node has, but no other photo of it. */
export function readGraph(
  database: DatabaseSyncInstance,
  { photos, nodeOf }: MapNodes,
): NeighbourGraph {
  const count = photos.length;
  const others = new Int32Array(count * WIDTH).fill(-1);
  const distances = new Float32Array(count * WIDTH);
  const list = database.prepare(
    "SELECT neighbour_id, distance FROM neighbours WHERE image_id = ? ORDER BY rank",
  );
  list.setReturnArrays(true);
  for (const [id, node] of nodeOf) {
    const start = node * WIDTH;
    const rows: [other: number, distance: number][] = list.all(id);
    for (const [other, distance] of rows) {
      const near = nodeOf.get(other);
      if (near === undefined || near === node) continue;
      insert(others, distances, start, near, distance);
    }
  }
  return { nodes: count, width: WIDTH, others, distances };
}

/** Puts a neighbour into a list that is ascending by distance, once, if it is near enough. */
function insert(
  others: Int32Array,
  distances: Float32Array,
  start: number,
  near: number,
  distance: number,
): void {
  let at = start;
  const end = start + WIDTH;
  while (at < end && others[at] !== near && others[at] !== -1) at++;
  if (at === end) {
    at = end - 1;
    if (distance >= (distances[at] as number)) return;
  } else if (others[at] === near && distance >= (distances[at] as number)) return;
  for (; at > start && (distances[at - 1] as number) > distance; at--) {
    others[at] = others[at - 1] as number;
    distances[at] = distances[at - 1] as number;
  }
  others[at] = near;
  distances[at] = distance;
}
