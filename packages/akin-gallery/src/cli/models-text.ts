import type { ModelsBenchmark } from "../benchmark/benchmark-models.js";
import type { ListedModel } from "../embedding/list-models.js";
import { byteSize, photoCount } from "./result-text.js";
import { duration } from "./terminal-effects.js";
import { type Column, tableLines } from "./text-table.js";

const LIST: readonly Column[] = [
  { heading: "model", align: "left" },
  { heading: "dimensions", align: "right" },
  { heading: "download", align: "right" },
  { heading: "memory", align: "right" },
  { heading: "cost", align: "right" },
  { heading: "licence", align: "left" },
  { heading: "in the cache", align: "left" },
  { heading: "good for", align: "left" },
];

/** The models for people. */
export function modelLines(models: readonly ListedModel[]): string[] {
  const rows = models.map((model) => [
    model.isRecommended ? `${model.name} *` : model.name,
    String(model.dimensions ?? "?"),
    downloadText(model),
    model.memoryBytes === null ? "?" : `~${byteSize(roundedTo10Mb(model.memoryBytes))}`,
    String(model.relativeCost ?? "?"),
    model.licence ?? "?",
    model.repository === null ? "needs none" : model.cached.join(", ") || "-",
    model.goodFor,
  ]);
  const repositories = models.filter(({ repository, name }) => repository && repository !== name);
  return [
    ...tableLines(LIST, rows),
    "",
    "* recommended: what --model auto takes. Download and memory are the default dtype's (q8); ~ is about. Cost is",
    "computation per photo, clip-vit-b-32 being 1; akin models --benchmark measures it here.",
    ...repositories.map(
      ({ name, repository, revision }) =>
        `${name}: ${repository}, ${revision ? `revision ${revision.slice(0, 12)}` : "newest revision"}`,
    ),
  ];
}

function downloadText({ download }: ListedModel): string {
  if (download === null) return "?";
  if (download.bytes === 0) return "none";
  return `${download.isExact ? "" : "~"}${byteSize(download.bytes)}`;
}

function roundedTo10Mb(bytes: number): number {
  return Math.round(bytes / 1e7) * 1e7;
}

const BENCHMARK: readonly Column[] = [
  { heading: "model", align: "left" },
  { heading: "ms a photo", align: "right" },
  { heading: "photos/s", align: "right" },
  { heading: "1,000 photos", align: "right" },
  { heading: "all photos", align: "right" },
  { heading: "memory", align: "right" },
  { heading: "dimensions", align: "right" },
  { heading: "bytes a photo", align: "right" },
];

/** The benchmark for people. */
export function benchmarkLines(benchmark: ModelsBenchmark): string[] {
  const { machine, photos, models, failures, recommended } = benchmark;
  const rows = models.map((model) => [
    label(model),
    model.msPerPhoto.toFixed(1),
    model.photosPerSecond.toFixed(1),
    duration(model.secondsPer1000),
    model.secondsForAll === null ? "-" : duration(model.secondsForAll),
    `${model.peakMemoryMb} MB`,
    String(model.dimensions),
    `${model.bytesPerPhoto.vectors} + ${model.bytesPerPhoto.published}`,
  ]);
  const unreadable = Math.max(0, ...models.map(({ failed }) => failed));
  return [
    `${machine.cores} cores, ${machine.memoryMb} MB of memory; ${sampleText(photos)}.`,
    "",
    ...tableLines(BENCHMARK, rows),
    "",
    "ms a photo: the model alone; photos/s: a build from nothing, with decoding and web sizes; bytes: in vectors.db + in the published gallery.",
    ...(unreadable > 0 ? [`${photoCount(unreadable)} of the sample can't be decoded.`] : []),
    ...failures.map((failure) => `${label(failure)} could not be measured: ${failure.message}`),
    `Recommended: --model ${recommended.model}${dtypeText(recommended.dtype)}: ${recommended.reason}.`,
  ];
}

function label({ name, dtype }: { name: string; dtype: string | null }): string {
  return dtype === null ? name : `${name} ${dtype}`;
}

function dtypeText(dtype: string | null): string {
  return dtype === null ? "" : ` --dtype ${dtype}`;
}

function sampleText({ folder, count, sampled }: ModelsBenchmark["photos"]): string {
  if (folder === null || count === null) {
    return `${sampled} generated photos of 12 megapixels; --photos measures with your own`;
  }
  return `${sampled} of ${photoCount(count)} in ${folder}`;
}
