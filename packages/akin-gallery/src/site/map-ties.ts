import { MAP_TIES, type StoredCard } from "akin-browser/format";

/** Which photos are shown first on each card: the map lights them up. */
export class MapTies {
  readonly #similar = new Map<number, Float64Array>();

  add = ({ id, similar }: StoredCard): void => {
    this.#similar.set(
      id,
      Float64Array.from(similar.slice(0, MAP_TIES), (photo) => photo.id),
    );
  };

  /** Photo ids. */
  of(id: number): Iterable<number> {
    return this.#similar.get(id) ?? [];
  }
}
