/** What the layout places: photos that stand alone, and groups as one. */
export interface MapNodes {
  /** The photo of each node that speaks for it: the one of the lowest id. */
  photos: readonly number[];
  /** The node of each photo that is on the map. */
  nodeOf: ReadonlyMap<number, number>;
}

/**
 * Bursts and duplicates become one node each: their photos would have none but each other among their neighbours, and
 * nothing would tie them to the rest of the album.
 *
 * @param ids photos on the map, ascending
 * @param groups group of each photo that is of one
 */
export function mapNodes(ids: Float64Array, groups: ReadonlyMap<number, number>): MapNodes {
  const nodeOf = new Map<number, number>();
  const ofGroup = new Map<number, number>();
  const photos: number[] = [];
  for (const id of ids) {
    const group = groups.get(id);
    const node = (group === undefined ? undefined : ofGroup.get(group)) ?? photos.length;
    if (node === photos.length) photos.push(id);
    if (group !== undefined) ofGroup.set(group, node);
    nodeOf.set(id, node);
  }
  return { photos, nodeOf };
}
