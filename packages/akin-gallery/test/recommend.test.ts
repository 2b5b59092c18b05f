import { expect, test } from "vitest";
import { type BuildFigures, recommend } from "../src/recommend.js";

const machine = { cores: 8, memoryMb: 16_000 };
const build: BuildFigures = {
  model: "clip-vit-b-32",
  processed: 1000,
  batchSize: 8,
  dtype: "q8",
  device: "auto",
  photosStage: { name: "photos", seconds: 40, cores: 7.5, idleCores: 0.5 },
  meanBytes: 4e6,
  peakMemoryMb: 900,
  found: 1000,
  failures: [],
};
const photosStage = (seconds: number, cores: number) => ({
  name: "photos",
  seconds,
  cores,
  idleCores: machine.cores - cores,
});

test("a good build needs no advice", () => {
  expect(recommend(build, machine)).toEqual([]);
});

test.each(["builtin", "akin-small"])("%s is told what CLIP would do", (model) => {
  expect(recommend({ ...build, model }, machine)).toEqual([
    expect.stringContaining("--model clip-vit-b-32"),
  ]);
});

test("many failures are told with their commonest reason", () => {
  const failures = [..."aab"].map((letter) => ({ message: `reason ${letter}` }));
  const run = { ...build, found: 20, processed: 17, failures };
  expect(recommend(run, machine)).toEqual([
    "15 % of the photos could not be used, 2 of 3 because: reason a. akin check lists all.",
  ]);
});

test("a slow model is told a faster number format, or a faster model, where there is one", () => {
  const slow = { ...build, photosStage: photosStage(3000, 7.9) };
  expect(recommend({ ...slow, dtype: "fp32" }, machine)[0]).toContain("--dtype q8");
  const large = { ...slow, model: "clip-vit-l-14" };
  expect(recommend(large, machine)[0]).toContain("A photo took 3.0 s: --model clip-vit-b-32");
  expect(recommend({ ...large, processed: 3 }, machine)).toEqual([]);
  expect(recommend(slow, machine)).toEqual([]);
  expect(recommend({ ...slow, model: "somebody/else", dtype: "fp32" }, machine)).toEqual([]);
});

test("idle cores point at the disk", () => {
  const idle = { ...build, photosStage: photosStage(400, 1.2) };
  expect(recommend(idle, machine)).toEqual([
    "6.8 of 8 cores were idle: photos came at 10.0 MB/s, so that the disk or network they are on is what a build waits for.",
  ]);
  expect(recommend({ ...idle, device: "cuda" }, machine)).toEqual([]);
});

test("much memory is told a smaller batch, or a smaller model", () => {
  const large = { ...build, peakMemoryMb: 9000 };
  expect(recommend(large, machine)[0]).toContain("--batch-size 4");
  expect(recommend({ ...large, batchSize: 1 }, machine)[0]).toContain("a smaller model");
});
