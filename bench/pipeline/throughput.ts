import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { type BenchmarkContext, type Figure, figure, type Table } from "../benchmark.js";
import { median } from "../median.js";
import type { PipelineAlbum } from "./album.js";
import type { FullSizeModel } from "./full-size-model.js";
import { bounds, clockBounds, measureParts, type PartCosts } from "./parts.js";
import { type AkinRun, runAkin } from "./run-akin.js";
import { WEB_SIZES } from "./web-sizes.js";

/** Photos that a part is measured on: all take the same, and the rasters to encode lie in memory. */
const PHOTOS_FOR_PARTS = 24;

interface Round {
  parts: PartCosts;
  embed: AkinRun;
  build: AkinRun;
}

/** How near `akin embed` and `akin build` come to what the cores allow. Every round measures all of it, one by one. */
export async function measureThroughput(
  album: PipelineAlbum,
  model: FullSizeModel,
  rounds: number,
  { repository, print }: BenchmarkContext,
): Promise<{ figures: Figure[]; table: Table; build: AkinRun }> {
  const measured: Round[] = [];
  const out = join(dirname(album.folder), "gallery");
  for (let round = 1; round <= rounds; round++) {
    const parts = await measureParts(album.files.slice(0, PHOTOS_FOR_PARTS), model.q8);
    const options = ["--out", out, "--model", model.folder, "--dtype", "q8"];
    freshFolder(out);
    await runAkin(repository, ["index", album.folder, "--out", out]);
    const embed = await runAkin(repository, ["embed", ...options]);
    freshFolder(out);
    const build = await runAkin(repository, ["build", album.folder, ...options]);
    checkWebSizes(join(out, "cache"));
    measured.push({ parts, embed, build });
    print(`Round ${round}: ${roundLine({ parts, embed, build }, album.files.length)}`);
  }
  rmSync(out, { recursive: true });
  const [last] = measured.slice(-1);
  if (!last) throw new RangeError("expected at least one round");
  return { ...summarise(measured, album.files.length), build: last.build };
}

function summarise(rounds: readonly Round[], photos: number): { figures: Figure[]; table: Table } {
  const of = (value: (round: Round) => number) => median(rounds.map(value));
  const cores = availableParallelism();
  const rate = (what: "embed" | "build") => (round: Round) => photos / round[what].seconds;
  const ofBound = (what: "embed" | "build", bound: (round: Round) => number) =>
    of((round) => rate(what)(round) / bound(round));
  const figures = (["embed", "build"] as const).flatMap((what) => {
    const bound = ({ parts }: Round) => bounds(parts, cores)[what];
    return [
      figure(`akin ${what}`, of(rate(what)), "photos/s", {
        peer: { name: "bound", value: of(bound) },
      }),
      figure(`akin ${what}, of its bound`, ofBound(what, bound), "", {
        atLeast: what === "embed" ? 0.85 : 0.8,
      }),
      figure(
        `akin ${what}, of its bound by the clock`,
        ofBound(what, ({ parts }) => clockBounds(parts)[what]),
        "",
      ),
    ];
  });
  const asBuild = ofBound("embed", ({ parts }) => clockBounds(parts).embedAsBuild);
  figures.push(figure("akin embed, if decoding to the largest web size counts", asBuild, ""));
  return { figures, table: costTable(rounds, photos, cores) };
}

function costTable(rounds: readonly Round[], photos: number, cores: number): Table {
  const part = (which: keyof PartCosts, name: string) => [
    name,
    milliseconds(rounds.map(({ parts }) => parts[which].coreSeconds)),
    milliseconds(rounds.map(({ parts }) => cores * parts[which].seconds)),
  ];
  const command = (which: "embed" | "build") => [
    `all of akin ${which}`,
    milliseconds(rounds.map((round) => round[which].coreSeconds / photos)),
    milliseconds(rounds.map((round) => (cores * round[which].seconds) / photos)),
  ];
  return {
    title: `A photo's cost, each part alone: ${photos} photos, ${cores} cores, medians of ${rounds.length}`,
    columns: ["part", "CPU ms", "ms by the clock x cores"],
    rows: [
      part("decode", "decode to the network's input (shrink-on-load)"),
      part("decodeForWeb", "decode to the largest web size"),
      part("encode", "encode the web sizes"),
      part("inference", "inference, q8, one by one"),
      command("embed"),
      command("build"),
    ],
  };
}

function milliseconds(seconds: readonly number[]): number {
  return Number((1000 * median(seconds)).toFixed(1));
}

function roundLine({ parts, embed, build }: Round, photos: number): string {
  const costs = Object.entries(parts).map(
    ([part, { coreSeconds }]) => `${part} ${(1000 * coreSeconds).toFixed(0)} ms`,
  );
  const rates = [embed, build].map(({ seconds }) => (photos / seconds).toFixed(1));
  return `${costs.join(", ")}; embed ${rates[0]}/s, build ${rates[1]}/s`;
}

/** The bound is worth nothing if the product makes other sizes. */
function checkWebSizes(cache: string): void {
  const images = readdirSync(cache, { recursive: true, encoding: "utf8" });
  const made = new Set(images.flatMap((file) => /-(\d+)\.jpg$/.exec(file)?.[1] ?? []));
  const expected = WEB_SIZES.map(({ size }) => String(size));
  if (made.size !== expected.length || !expected.every((size) => made.has(size))) {
    const names = [...made].join(", ");
    throw new Error(`expected web sizes ${expected.join(", ")}, got ${names}: see web-sizes.ts`);
  }
}

function freshFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
}
