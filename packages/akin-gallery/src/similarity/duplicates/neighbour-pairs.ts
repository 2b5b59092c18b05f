/** The stored neighbours, as pairs of positions in a list of photos. */
export class NeighbourPairs {
  private readonly others: ReadonlySet<number>[];

  /**
   * @param ids of the photos, by position
   * @param rows of the table `neighbours`; those of other photos are left out
   */
  constructor(ids: readonly number[], rows: Iterable<readonly [id: number, neighbour: number]>) {
    const positions = new Map(ids.map((id, position) => [id, position]));
    const others = ids.map(() => new Set<number>());
    for (const [id, neighbour] of rows) {
      const [a, b] = [positions.get(id), positions.get(neighbour)];
      if (a !== undefined && b !== undefined) others[a]?.add(b);
    }
    this.others = others;
  }

  /** Whether each of two photos is among the other's neighbours. */
  areMutual(a: number, b: number): boolean {
    return this.isNeighbour(a, b) && this.isNeighbour(b, a);
  }

  /** All pairs, each once, with `a < b`: for each `a` its `b`s. */
  *pairs(): Generator<{ a: number; b: number }> {
    for (const [position, others] of this.others.entries()) {
      for (const other of others) {
        if (position < other) yield { a: position, b: other };
        else if (!this.isNeighbour(other, position)) yield { a: other, b: position };
      }
    }
  }

  private isNeighbour(of: number, other: number): boolean {
    return this.others[of]?.has(other) ?? false;
  }
}
