import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Benchmark, BenchmarkResult } from "./benchmark.js";
import { benchmarks } from "./benchmarks.js";
import { figureTable, formatTable } from "./format-table.js";

// This file runs as bench/dist/run.js.
const repository = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** `npm run bench` lists the benchmarks, `npm run bench <name> [--shared folder]` runs one and keeps its result. */
async function main(args: readonly string[]): Promise<number> {
  const at = args.indexOf("--shared");
  const shared = resolve(repository, (at >= 0 && args[at + 1]) || "../shared");
  const [name, ...rest] = at >= 0 ? args.toSpliced(at, 2) : args;
  if (name === undefined) {
    for (const { name, describe } of benchmarks) console.log(`${name.padEnd(12)}${describe}`);
    return 0;
  }
  const benchmark = benchmarks.find((candidate) => candidate.name === name);
  if (!benchmark) {
    const known = benchmarks.map((candidate) => candidate.name).join(", ");
    console.error(`There is no benchmark "${name}". There are: ${known}.`);
    return 2;
  }
  const print = (line: string) => console.log(line);
  const result = await benchmark.run({ repository, shared, args: rest, print });
  for (const table of [...result.tables, figureTable(result.figures)]) print(formatTable(table));
  print(`Written to ${keep(benchmark, result)}`);
  return 0;
}

function keep(benchmark: Benchmark, { figures, tables }: BenchmarkResult): string {
  const file = join("bench", "results", `${benchmark.name}.json`);
  const result = {
    name: benchmark.name,
    machine: {
      cpu: cpus()[0]?.model ?? "unknown",
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: process.version,
    },
    date: new Date().toISOString(),
    commit: commit(),
    figures,
    tables,
  };
  mkdirSync(join(repository, "bench", "results"), { recursive: true });
  writeFileSync(join(repository, file), `${JSON.stringify(result, null, 2)}\n`);
  return file;
}

/** The commit that was measured, with `+` when files differ from it; null outside a git checkout. */
function commit(): string | null {
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: repository, encoding: "utf8", stdio: "pipe" }).trim();
  try {
    return git("rev-parse", "--short=12", "HEAD") + (git("status", "--porcelain") ? "+" : "");
  } catch {
    return null;
  }
}

process.exitCode = await main(process.argv.slice(2));
