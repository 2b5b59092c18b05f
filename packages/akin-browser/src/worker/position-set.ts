/** Photos by position, 1 to the number of photos. */
export class PositionSet {
  /** Bit r & 7 (lowest first) of byte r >> 3 stands for position r + 1, as `VectorArray` takes it. */
  readonly bits: Uint8Array;

  constructor(photos: number) {
    this.bits = new Uint8Array(Math.ceil(photos / 8));
  }

  add(position: number): void {
    const row = position - 1;
    this.bits[row >> 3] = (this.bits[row >> 3] ?? 0) | (1 << (row & 7));
  }

  /** Adds `first` to `last`, both included. */
  addRange(first: number, last: number): void {
    for (let position = first; position <= last; position++) this.add(position);
  }

  has(position: number): boolean {
    const row = position - 1;
    return ((this.bits[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
  }

  /** Leaves only what is in the other set, too. */
  keep(other: PositionSet): void {
    for (let index = 0; index < this.bits.length; index++) {
      this.bits[index] = (this.bits[index] ?? 0) & (other.bits[index] ?? 0);
    }
  }

  count(): number {
    let count = 0;
    for (let rest of this.bits) for (; rest !== 0; rest &= rest - 1) count++;
    return count;
  }

  /** The highest positions, which are the newest photos, first. @param offset how many of them to leave out */
  newest(limit: number, offset: number): number[] {
    const found: number[] = [];
    let left = offset;
    for (let index = this.bits.length - 1; index >= 0; index--) {
      if (this.bits[index] === 0) continue;
      for (let position = 8 * index + 8; position > 8 * index; position--) {
        if (found.length === limit) return found;
        if (this.has(position) && --left < 0) found.push(position);
      }
    }
    return found;
  }
}
