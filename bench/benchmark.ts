/** What a benchmark gets. */
export interface BenchmarkContext {
  /** Absolute path of the repository. */
  repository: string;
  /** Absolute path of the folder with photos and models that is not part of the repository; it may be missing. */
  shared: string;
  /** Arguments after the benchmark's name that the runner does not know itself. */
  args: readonly string[];
  /** One line for the reader, at once. */
  print(line: string): void;
}

/** A number measured, and what was asked of it. */
export interface Figure {
  figure: string;
  value: number;
  /** `ms`, `s`, `MB`, `photos/s`, …; empty for a ratio or a fraction. */
  unit: string;
  /** Such as `>= 0.36`; null where nothing is asked. */
  target: string | null;
  /** Whether the value meets the target; null without a target. */
  holds: boolean | null;
  /** The same figure of something else, measured in the same run. */
  peer: { name: string; value: number } | null;
}

/** Figures that belong side by side. */
export interface Table {
  title: string;
  columns: string[];
  rows: (string | number | null)[][];
}

export interface BenchmarkResult {
  figures: Figure[];
  tables: Table[];
}

/** One file of `bench/` exports one of these; `benchmarks.ts` lists them. */
export interface Benchmark {
  /** What `npm run bench <name>` calls it, and the name of its file of results. */
  name: string;
  /** What it measures, in one line. */
  describe: string;
  run(context: BenchmarkContext): Promise<BenchmarkResult>;
}

/** Makes a figure and decides whether its target holds. */
export function figure(
  name: string,
  value: number,
  unit: string,
  asked: {
    atLeast?: number;
    atMost?: number | undefined;
    peer?: { name: string; value: number };
  } = {},
): Figure {
  const { atLeast, atMost, peer } = asked;
  const target =
    atLeast !== undefined ? `>= ${atLeast}` : atMost !== undefined ? `<= ${atMost}` : null;
  const holds = target && value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity);
  return {
    figure: name,
    value,
    unit,
    target,
    holds: target === null ? null : Boolean(holds),
    peer: peer ?? null,
  };
}
