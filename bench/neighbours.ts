import {
  findNeighbours,
  type NeighbourLists,
  updateNeighbours,
  type VectorSet,
} from "akin-gallery/similarity";
import { type Benchmark, type BenchmarkContext, figure } from "./benchmark.js";
import { plainLoop, sqliteVecQueries } from "./neighbours-peers.js";
import { firstOf, mixtureOfPhotos, withCopies } from "./neighbours-vectors.js";

const PHOTOS = 20_000;
const DIMENSIONS = 512;
const K = 24;
const SAMPLE = 60;

/** How long exact neighbours take, against comparing in a loop and against asking sqlite-vec. */
export const neighbours: Benchmark = {
  name: "neighbours",
  describe: `the ${K} nearest of ${PHOTOS} x ${DIMENSIONS} vectors, whole and updated`,
  async run(context) {
    const set = mixtureOfPhotos(PHOTOS, DIMENSIONS);
    // The first search in a process also loads onnxruntime.
    await findNeighbours(firstOf(set, 100), K);
    const whole = await wholeAlbum(set, context);
    const copies = await copiedPhotos(set, context);
    const update = await tenMore(set, context);
    return { figures: [...whole.figures, ...copies, ...update], tables: [whole.table] };
  },
};

async function wholeAlbum(set: VectorSet, { print }: BenchmarkContext) {
  const memoryBefore = process.resourceUsage().maxRSS;
  const { result: lists, seconds } = await timed(() => findNeighbours(set, K));
  const memoryMb = (process.resourceUsage().maxRSS - memoryBefore) / 1024;
  print(`${PHOTOS} photos: ${seconds.toFixed(2)} s`);
  const rows = Array.from({ length: SAMPLE }, (_, i) => Math.floor((i * PHOTOS) / SAMPLE));
  const loop = plainLoop(set, K, rows);
  const sqlite = sqliteVecQueries(set, K, rows);
  const forAll = (peer: { seconds: number }) => (peer.seconds * PHOTOS) / SAMPLE;
  const ways: [string, number, number][] = [
    ["findNeighbours", seconds, 1],
    [`sqlite-vec, k = ${K + 1}`, forAll(sqlite), agreement(lists, set, rows, sqlite.neighbours)],
    ["plain JavaScript loop", forAll(loop), agreement(lists, set, rows, loop.neighbours)],
  ];
  const peer = { name: `sqlite-vec, k = ${K + 1}, from ${SAMPLE} rows`, value: forAll(sqlite) };
  const same = Math.min(...ways.map(([, , part]) => part));
  return {
    figures: [
      figure(`exact neighbours of ${PHOTOS} x ${DIMENSIONS}`, seconds, "s", { atMost: 5, peer }),
      figure("peak memory above the vectors'", memoryMb, "MB", { atMost: 250 }),
      figure("sampled lists equal to both peers'", same, "", { atLeast: 0.99 }),
    ],
    table: {
      title: `${PHOTOS} x ${DIMENSIONS}: peers extrapolated from ${SAMPLE} rows`,
      columns: ["way", "seconds", "times as long", "lists equal"],
      rows: ways.map(([way, time, part]) => [way, round(time), round(time / seconds), part]),
    },
  };
}

/** Photos that are all alike fill every shortlist with ties. */
async function copiedPhotos(set: VectorSet, { print }: BenchmarkContext) {
  const equal = await timed(() => findNeighbours(withCopies(set, 2000, 0), K));
  const near = await timed(() => findNeighbours(withCopies(set, 2000, 1e-6), K));
  print(`2,000 equal: ${equal.seconds.toFixed(2)} s, nearly: ${near.seconds.toFixed(2)} s`);
  return [
    figure("with 2,000 equal vectors among them", equal.seconds, "s", { atMost: 5 }),
    figure("with 2,000 that float32 can't tell apart", near.seconds, "s", { atMost: 30 }),
  ];
}

async function tenMore(set: VectorSet, { print }: BenchmarkContext) {
  const previous = await findNeighbours(firstOf(set, 10_000), K);
  const now = firstOf(set, 10_010);
  const added = new Set(now.ids.slice(10_000));
  const update = await timed(() => updateNeighbours(now, previous, added, K));
  const full = await timed(() => findNeighbours(now, K));
  print(`10,000 + 10: ${update.seconds.toFixed(3)} s, all anew ${full.seconds.toFixed(2)} s`);
  const differing = [...full.result].filter(
    ([id, list]) => JSON.stringify(list) !== JSON.stringify(update.result.lists.get(id)),
  );
  const peer = { name: "all anew", value: 1000 * full.seconds };
  return [
    figure("10 photos added to 10,000", 1000 * update.seconds, "ms", { atMost: 500, peer }),
    figure("lists that differ from those made anew", differing.length, "", { atMost: 0 }),
  ];
}

/** The part of the sampled rows whose lists are the same, id by id. */
function agreement(
  lists: NeighbourLists,
  { ids }: VectorSet,
  rows: readonly number[],
  expected: number[][],
): number {
  const isSame = (row: number, i: number) => {
    const list = lists.get(Number(ids[row])) ?? [];
    return list.map(({ id }) => id).join() === expected[i]?.join();
  };
  return rows.filter(isSame).length / rows.length;
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const started = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - started) / 1000 };
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
