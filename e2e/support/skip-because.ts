import type { TestContext } from "vitest";

/** Leaves a test out, and prints why: vitest's own report only counts it. */
export function skipBecause({ skip, task }: TestContext, why: string): never {
  console.warn(`Skipped, as ${why}: ${task.name}`);
  return skip(why);
}
