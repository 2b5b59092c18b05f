import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { localRadius } from "../ranking/index.js";
import type { PlacedPhoto } from "./placed-photo.js";

/** A photo near another one, by its position. */
export interface NearPhoto {
  /** The position, see `PlacedPhoto`. */
  id: number;
  /** Cosine distance, 0 to 2. */
  distance: number;
}

/** The tables that hold lists of neighbours. */
export type NeighbourTableName = "neighbours" | "look_neighbours";

/** All stored lists in memory, by position: 12 bytes an entry, because cards look up those of all a photo's neighbours. */
export class NeighbourTable {
  private constructor(
    private readonly width: number,
    /** Positions, `width` a photo; 0 where a list is shorter, or a neighbour is not among them. */
    private readonly others: Uint32Array,
    private readonly distances: Float64Array,
    private readonly radii: Float64Array,
  ) {}

  /** @param photos all that count, by id */
  static read(
    database: DatabaseSyncInstance,
    table: NeighbourTableName,
    photos: ReadonlyMap<number, PlacedPhoto>,
  ): NeighbourTable {
    const widest = database.prepare(`SELECT max(rank) AS widest FROM ${table}`).get();
    const width = Number(widest?.widest ?? 0);
    const entries = (photos.size + 1) * width;
    const others = new Uint32Array(entries);
    const distances = new Float64Array(entries);
    const radii = new Float64Array(photos.size + 1);
    const list = database.prepare(
      `SELECT neighbour_id, distance FROM ${table} WHERE image_id = ? ORDER BY rank`,
    );
    // As arrays, because that takes half the time of objects.
    list.setReturnArrays(true);
    for (const [id, { position }] of photos) {
      const rows: [id: number, distance: number][] = list.all(id);
      radii[position] = localRadius(rows.map(([, distance]) => distance));
      for (const [index, [other, distance]] of rows.entries()) {
        others[position * width + index] = photos.get(other)?.position ?? 0;
        distances[position * width + index] = distance;
      }
    }
    return new NeighbourTable(width, others, distances, radii);
  }

  /** Nearest first, of those that count. */
  of(position: number): NearPhoto[] {
    const list: NearPhoto[] = [];
    for (let at = position * this.width; at < (position + 1) * this.width; at++) {
      const id = this.others[at] ?? 0;
      if (id > 0) list.push({ id, distance: this.distances[at] ?? 0 });
    }
    return list;
  }

  /** `localRadius` of a photo. */
  radius(position: number): number {
    return this.radii[position] ?? 0;
  }

  /** The distance of two photos, if one is among the other's neighbours; else they are far from each other: Infinity. */
  between(a: number, b: number): number {
    return Math.min(this.find(a, b), this.find(b, a));
  }

  private find(a: number, b: number): number {
    for (let at = a * this.width; at < (a + 1) * this.width; at++) {
      if (this.others[at] === b) return this.distances[at] ?? Number.POSITIVE_INFINITY;
    }
    return Number.POSITIVE_INFINITY;
  }
}
