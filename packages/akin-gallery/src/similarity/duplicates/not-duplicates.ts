import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AkinError } from "../../akin-error.js";
import { describeError, errorCode } from "../../describe-error.js";
import { writeAtomic } from "../../site/atomic-file.js";

/** In the photo folder, so that it goes with the photos and outlives the gallery. */
export const NOT_DUPLICATES_FILE = "akin-not-duplicates.json";

const CONTENT_HASH = /^[0-9a-f]{64}$/;

/** Groups of content hashes (SHA-256, hexadecimal) whose photos are not duplicates of each other. */
export type NotDuplicates = string[][];

/**
 * What the owner has said not to be duplicates; nothing where there is no file.
 * @throws AkinError `DAMAGED` if the file is not an array of such groups
 */
export function readNotDuplicates(album: string): NotDuplicates {
  const file = join(album, NOT_DUPLICATES_FILE);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw new AkinError("DAMAGED", `can't read ${file}: ${describeError(error)}`, {
      cause: error,
    });
  }
  const value = parse(text, file);
  if (Array.isArray(value) && value.every(isGroup)) return value;
  throw broken(file, "expected an array of arrays of content hashes (64 hexadecimal digits)");
}

/**
 * Adds a group to the file, which is made if it isn't there; one that says nothing new changes nothing.
 * @throws AkinError as `readNotDuplicates`, or `NOT_WRITABLE` or `DISK_FULL`
 */
export async function addNotDuplicates(
  album: string,
  hashes: readonly string[],
): Promise<NotDuplicates> {
  const group = [...new Set(hashes)].sort();
  const before = readNotDuplicates(album);
  if (before.some((known) => group.every((hash) => known.includes(hash)))) return before;
  const groups = [...before, group];
  await writeAtomic(join(album, NOT_DUPLICATES_FILE), `${JSON.stringify(groups, null, 2)}\n`);
  return groups;
}

/** Whether two contents are said not to be duplicates; undefined if nothing is said of any. */
export function apartTest(
  groups: NotDuplicates,
): ((hash: string, other: string) => boolean) | undefined {
  if (groups.length === 0) return undefined;
  const groupsOf = new Map<string, Set<number>>();
  for (const [number, group] of groups.entries()) {
    for (const hash of group) groupsOf.set(hash, (groupsOf.get(hash) ?? new Set()).add(number));
  }
  return (hash, other) => {
    if (hash === other) return false;
    const numbers = groupsOf.get(other);
    return [...(groupsOf.get(hash) ?? [])].some((number) => numbers?.has(number));
  };
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw broken(file, describeError(error), error);
  }
}

function broken(file: string, reason: string, cause?: unknown): AkinError {
  const message = `${file} is damaged: ${reason}; mend it, or delete it to start anew`;
  return new AkinError("DAMAGED", message, { cause });
}

function isGroup(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.every((hash) => typeof hash === "string" && CONTENT_HASH.test(hash))
  );
}
