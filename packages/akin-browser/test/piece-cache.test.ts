import { describe, expect, test } from "vitest";
import type { ByteSource } from "../src/source/byte-source.js";
import { PieceCache } from "../src/source/piece-cache.js";

/** Byte n of the file is n % 251. */
function fileOf(lengths: number[]) {
  const requests: [first: number, count: number][] = [];
  let end = 0;
  const ends = lengths.map((length) => {
    end += length;
    return end;
  });
  const source: ByteSource = {
    ends,
    async fetch(first, count) {
      requests.push([first, count]);
      return Array.from({ length: count }, (_, index) => {
        const start = ends[first + index - 1] ?? 0;
        return Uint8Array.from(
          { length: lengths[first + index] ?? 0 },
          (_, at) => (start + at) % 251,
        );
      });
    },
  };
  return { file: new PieceCache(source), requests };
}

describe("PieceCache", () => {
  test("reads across pieces, and short at the end", async () => {
    const { file } = fileOf([10, 1, 20]);
    await file.fetchAll({});
    const target = new Uint8Array(8);
    expect(file.read(7, target)).toBe(8);
    expect([...target]).toEqual([7, 8, 9, 10, 11, 12, 13, 14]);
    expect(file.read(28, target)).toBe(3);
    expect([...target.subarray(0, 3)]).toEqual([28, 29, 30]);
    expect(file.read(31, target)).toBe(0);
    expect(file.read(99, target)).toBe(0);
  });

  test("notes what is missing; what is missed together is fetched together", async () => {
    const { file, requests } = fileOf([10, 10, 10, 10, 10]);
    expect(file.read(0, new Uint8Array(4))).toBeNull();
    expect(file.read(44, new Uint8Array(4))).toBeNull();
    expect([...file.missed]).toEqual([0, 4]);
    expect(await file.fetchMissed({})).toBe(20);
    expect(requests).toEqual([
      [0, 1],
      [4, 1],
    ]);
    expect(file.read(44, new Uint8Array(4))).toBe(4);
    expect(file.missed.size).toBe(0);
  });

  test("reads ahead as far as it was read in order", async () => {
    const { file, requests } = fileOf(Array.from({ length: 40 }, () => 10));
    for (let offset = 0; offset < 400; offset += 10) {
      if (file.read(offset, new Uint8Array(10)) === null) await file.fetchMissed({});
    }
    expect(requests).toEqual([
      [0, 1],
      [1, 1],
      [2, 2],
      [4, 4],
      [8, 8],
      [16, 16],
      [32, 8],
    ]);
  });

  test("statements that miss the same piece share a request", async () => {
    const { file, requests } = fileOf([10, 10]);
    const miss = () => {
      file.read(0, new Uint8Array(4));
      return file.fetchMissed({});
    };
    await Promise.all([miss(), miss()]);
    expect(requests).toEqual([[0, 1]]);
    expect(file.read(0, new Uint8Array(4))).toBe(4);
  });

  test("drops what was not read for longest, and never during a statement", async () => {
    const megabytes = 70;
    const { file } = fileOf(Array.from({ length: megabytes }, () => 1 << 20));
    await file.fetchAll({});
    const has = (piece: number) => file.read(piece << 20, new Uint8Array(1)) !== null;
    expect(Array.from({ length: megabytes }, (_, piece) => has(piece))).not.toContain(false);
    has(0);
    file.trim();
    expect([has(0), has(1), has(6), has(7), has(69)]).toEqual([true, false, false, true, true]);
  });
});
