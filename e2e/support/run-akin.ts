import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const AKIN = fileURLToPath(new URL("../../packages/akin-gallery/bin/akin.js", import.meta.url));

export interface AkinRun {
  /** null if the process was killed. */
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command as a user would, without a terminal. */
export async function runAkin(args: string[], options: RunOptions = {}): Promise<AkinRun> {
  return (await startAkin(args, options)).finished;
}

/** Runs a script of the repository in the same way. */
export async function runNode(args: string[], options: RunOptions = {}): Promise<AkinRun> {
  return (await startNode(args, options)).finished;
}

interface RunOptions {
  env?: Record<string, string>;
  cwd?: string;
}

/** Starts the command; `finished` resolves when it has ended, however it did. */
export function startAkin(args: string[], options: RunOptions = {}): Promise<StartedRun> {
  return startNode([AKIN, ...args], options);
}

interface StartedRun {
  child: ChildProcess;
  finished: Promise<AkinRun>;
}

async function startNode(args: string[], { env, cwd }: RunOptions): Promise<StartedRun> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    ...(cwd === undefined ? {} : { cwd }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (data) => {
    stdout += data;
  });
  child.stderr.on("data", (data) => {
    stderr += data;
  });
  const finished = new Promise<AkinRun>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
  return { child, finished };
}

/** Builds with the built-in descriptor and returns what `--json` prints; throws unless it exits with 0. */
export async function buildJson(photos: string, out: string, ...more: string[]) {
  const run = await runAkin([
    "build",
    photos,
    "--out",
    out,
    "--model",
    "builtin",
    "--json",
    ...more,
  ]);
  if (run.exitCode !== 0)
    throw new Error(`akin build exited with ${run.exitCode}: ${run.stdout}${run.stderr}`);
  return JSON.parse(run.stdout);
}
