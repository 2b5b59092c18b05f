import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { watchChildren } from "./children-usage.js";

/** What a run of the command did and took. */
export interface AkinRun {
  /** What it printed with `--json`. */
  report: AkinReport;
  /** From start to exit. */
  seconds: number;
  /** CPU time of all its threads and processes. */
  coreSeconds: number;
  /** As the command tells it; NaN where it does not. Not getrusage's, which begins with this process's own. */
  peakMemoryMb: number;
}

/** The parts of `akin … --json` that are measured. */
export interface AkinReport {
  embedding: { processed: number; imagesPerSecond: number };
  peakMemoryMb?: number;
}

const REPORT_USAGE = fileURLToPath(new URL("report-usage.js", import.meta.url));

/** Runs the command of the repository as a user would, and measures its process. @throws if it fails */
export async function runAkin(repository: string, args: readonly string[]): Promise<AkinRun> {
  const usageFile = join(tmpdir(), `akin-bench-usage-${process.pid}.json`);
  const started = performance.now();
  const child = startAkin(repository, args, { AKIN_BENCH_USAGE: usageFile });
  const childrenSeconds = watchChildren(child.pid ?? 0);
  const [output, errors] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  const code = await exitOf(child);
  const seconds = (performance.now() - started) / 1000;
  const theirs = childrenSeconds();
  if (code !== 0) throw new Error(`akin ${args.join(" ")} failed (${code}): ${output}${errors}`);
  const usage = JSON.parse(readFileSync(usageFile, "utf8")) as NodeJS.ResourceUsage;
  rmSync(usageFile);
  const report = JSON.parse(output) as AkinReport;
  return {
    report,
    seconds,
    coreSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6 + theirs,
    peakMemoryMb: report.peakMemoryMb ?? Number.NaN,
  };
}

export function startAkin(
  repository: string,
  args: readonly string[],
  env: Record<string, string> = {},
): ChildProcess {
  const command = join(repository, "packages", "akin-gallery", "bin", "akin.js");
  const node = env.AKIN_BENCH_USAGE ? ["--import", REPORT_USAGE] : [];
  return spawn(process.execPath, [...node, command, ...args, "--quiet", "--json"], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** The exit code, or null if a signal ended it. */
export function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once("exit", (code) => resolve(code)));
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = "";
  for await (const chunk of stream ?? []) text += chunk;
  return text;
}
