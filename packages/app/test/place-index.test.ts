import { expect, test } from "vitest";
import { packIndex, placeIndex, unpackIndex } from "../src/places/map/place-index.js";

/** Three towns of some thousand photos, and a few anywhere. */
function points() {
  const number = 4000;
  let state = 1;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const towns = [
    [38.7, -9.1],
    [-15, 179.9],
    [41.2, -8.6],
  ];
  const places = Array.from({ length: number }, (_, row): [number, number] => {
    const [latitude = 0, longitude = 0] = towns[row % 4] ?? [random() * 120 - 60, random() * 300];
    return [latitude + random() / 100, longitude + random() / 100];
  });
  return {
    positions: Uint32Array.from(places, (_, row) => row * 3),
    latitudes: Float32Array.from(places, ([latitude]) => latitude),
    longitudes: Float32Array.from(places, ([, longitude]) => longitude),
  };
}

test("an index that a worker hands over answers as the one that it made", () => {
  const all = points();
  const made = placeIndex(all);
  const { packed, transfer } = packIndex(placeIndex(all));
  const received = unpackIndex(structuredClone(packed, { transfer }), all);
  for (let zoom = 0; zoom <= 18; zoom++) {
    const groups = received.getClusters([-180, -85, 180, 85], zoom);
    expect(groups).toEqual(made.getClusters([-180, -85, 180, 85], zoom));
    for (const { properties } of groups.slice(0, 5)) {
      if (!("cluster" in properties)) continue;
      const { cluster_id: id, point_count: count, newest } = properties;
      const rows = received
        .getLeaves(id, Number.POSITIVE_INFINITY)
        .map((each) => each.properties.row);
      expect(rows).toEqual(made.getLeaves(id, count).map((each) => each.properties.row));
      expect(newest).toBe(3 * Math.max(...rows));
      expect(received.getClusterExpansionZoom(id)).toBe(made.getClusterExpansionZoom(id));
    }
  }
});
