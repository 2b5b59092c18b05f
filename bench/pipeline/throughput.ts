import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { type BenchmarkContext, type Figure, figure, type Table } from "../benchmark.js";
import { median } from "../median.js";
import type { PipelineAlbum } from "./album.js";
import type { FullSizeModel } from "./full-size-model.js";
import { bounds, clockBounds, measureParts, type PartCosts } from "./parts.js";
import { type AkinRun, runAkin } from "./run-akin.js";
import { WEB_SIZES } from "./web-sizes.js";

/** Photos that a part is measured on: all take the same, and the rasters to encode lie in memory. */
const PHOTOS_FOR_PARTS = 24;

/** `akin embed --main-db`, `akin embed` in a gallery, `akin build` from nothing. */
type Command = "embedAlone" | "embed" | "build";

interface Round extends Record<Command, AkinRun> {
  parts: PartCosts;
}

const COMMANDS: Record<Command, { name: string; bound: "embed" | "build"; atLeast: number }> = {
  embedAlone: { name: "akin embed --main-db", bound: "embed", atLeast: 0.85 },
  embed: { name: "akin embed in a gallery", bound: "embed", atLeast: 0.85 },
  build: { name: "akin build", bound: "build", atLeast: 0.8 },
};

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
    const parts = await measureParts(album.files.slice(0, PHOTOS_FOR_PARTS), model);
    const options = ["--out", out, "--model", model.folder, "--dtype", "q8"];
    freshFolder(out);
    await runAkin(repository, ["index", album.folder, "--out", out]);
    const embed = await runAkin(repository, ["embed", ...options]);
    freshFolder(out);
    const build = await runAkin(repository, ["build", album.folder, ...options]);
    checkWebSizes(join(out, "cache"));
    const embedAlone = await embedForeign(album, model, repository);
    measured.push({ parts, embedAlone, embed, build });
    print(`Round ${round}: ${roundLine({ parts, embedAlone, embed, build }, album.files.length)}`);
  }
  rmSync(out, { recursive: true });
  const [last] = measured.slice(-1);
  if (!last) throw new RangeError("expected at least one round");
  return { ...summarise(measured, album.files.length), build: last.build };
}

function summarise(rounds: readonly Round[], photos: number): { figures: Figure[]; table: Table } {
  const of = (value: (round: Round) => number) => median(rounds.map(value));
  const cores = availableParallelism();
  const rate = (what: Command) => (round: Round) => photos / round[what].seconds;
  const figures = (["embedAlone", "embed", "build"] as const).flatMap((what) => {
    const { name, bound: which, atLeast } = COMMANDS[what];
    const bound = ({ parts }: Round) => bounds(parts, cores)[which];
    const ofBound = (limit: (round: Round) => number) =>
      of((round) => rate(what)(round) / limit(round));
    return [
      figure(name, of(rate(what)), "photos/s", { peer: { name: "bound", value: of(bound) } }),
      figure(`${name}, of its bound`, ofBound(bound), "", { atLeast }),
      figure(
        `${name}, of its bound by the clock`,
        ofBound(({ parts }) => clockBounds(parts)[which]),
        "",
      ),
      figure(
        `${name}, of the bound with signed weights`,
        ofBound(({ parts }) => bounds(parts, cores)[`${which}Signed`]),
        "",
      ),
    ];
  });
  const asBuild = of((round) => rate("embed")(round) / bounds(round.parts, cores).embedAsBuild);
  figures.push(
    figure("akin embed in a gallery, if decoding to the largest web size counts", asBuild, ""),
  );
  return { figures, table: costTable(rounds, photos, cores) };
}

function costTable(rounds: readonly Round[], photos: number, cores: number): Table {
  const part = (which: keyof PartCosts, name: string) => [
    name,
    milliseconds(rounds.map(({ parts }) => parts[which].coreSeconds)),
    milliseconds(rounds.map(({ parts }) => cores * parts[which].seconds)),
  ];
  const command = (which: Command) => [
    `all of ${COMMANDS[which].name}`,
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
      part("inference", "inference, q8 as published, bare onnxruntime loop, one by one"),
      part("inferenceSigned", "inference, q8 with signed weights (Akin's)"),
      command("embedAlone"),
      command("embed"),
      command("build"),
    ],
  };
}

function milliseconds(seconds: readonly number[]): number {
  return Number((1000 * median(seconds)).toFixed(1));
}

function roundLine({ parts, ...commands }: Round, photos: number): string {
  const costs = Object.entries(parts).map(
    ([part, { coreSeconds }]) => `${part} ${(1000 * coreSeconds).toFixed(0)} ms`,
  );
  const rates = Object.entries(commands).map(
    ([command, { seconds }]) => `${command} ${(photos / seconds).toFixed(1)}/s`,
  );
  return `${costs.join(", ")}; ${rates.join(", ")}`;
}

/** For a database of another program: nothing but vectors is made. */
function embedForeign(
  album: PipelineAlbum,
  model: FullSizeModel,
  repository: string,
): Promise<AkinRun> {
  const folder = join(dirname(album.folder), "foreign");
  freshFolder(folder);
  mkdirSync(folder);
  const mainDb = join(folder, "main.db");
  const database = new DatabaseSync(mainDb);
  database.exec("CREATE TABLE images(path TEXT); BEGIN");
  const add = database.prepare("INSERT INTO images VALUES (?)");
  for (const file of album.files) add.run(basename(file));
  database.exec("COMMIT");
  database.close();
  const vectorDb = join(folder, "vectors.db");
  const files = ["--main-db", mainDb, "--vector-db", vectorDb, "--photos-root", album.folder];
  return runAkin(repository, ["embed", ...files, "--model", model.folder, "--dtype", "q8"]);
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
