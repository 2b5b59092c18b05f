import { arithmetic } from "./arithmetic.js";
import type { Benchmark } from "./benchmark.js";
import { faults } from "./faults.js";
import { fuzz } from "./fuzz.js";
import { gallery } from "./gallery.js";
import { likenessMap } from "./likeness-map.js";
import { neighbours } from "./neighbours.js";
import { page } from "./page.js";
import { pipeline } from "./pipeline.js";
import { places } from "./places.js";
import { quality } from "./quality.js";
import { rebuild } from "./rebuild.js";
import { sight } from "./sight.js";
import { similarity } from "./similarity.js";
import { vec0 } from "./vec0.js";
import { visit } from "./visit.js";

/** All benchmarks, in the order in which they are listed. */
export const benchmarks: readonly Benchmark[] = [
  quality,
  sight,
  neighbours,
  pipeline,
  rebuild,
  fuzz,
  faults,
  gallery,
  similarity,
  likenessMap,
  places,
  visit,
  page,
  arithmetic,
  vec0,
];
