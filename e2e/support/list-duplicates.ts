import { runAkin } from "./run-akin.js";

/** A group as `akin duplicates --json` prints it. */
export interface Group {
  kind: string;
  photos: { path: string; width: number; height: number; fileSize: number; sharpness: number }[];
  keep: string;
}

/** Runs `akin duplicates --json`; throws unless it exits with 0. */
export async function duplicates(gallery: string, ...more: string[]): Promise<Group[]> {
  const run = await runAkin(["duplicates", "--out", gallery, "--json", ...more]);
  if (run.exitCode !== 0)
    throw new Error(`akin duplicates exited with ${run.exitCode}: ${run.stdout}`);
  return JSON.parse(run.stdout).groups;
}

export function pathsOf(groups: readonly Group[]): string[][] {
  return groups.map(({ photos }) => photos.map(({ path }) => path));
}
