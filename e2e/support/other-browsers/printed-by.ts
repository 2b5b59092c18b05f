import type { ChildProcess } from "node:child_process";
import type { Readable } from "node:stream";

const START_MS = 60_000;

/**
 * Waits until a program prints a line of this pattern, and gives its first group. What it prints afterwards is dropped.
 *
 * @throws Error with what it printed if it ends, or says nothing of the kind within a minute
 */
export async function printedBy(
  child: ChildProcess,
  stream: Readable,
  pattern: RegExp,
): Promise<string> {
  let printed = "";
  return await new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${child.spawnfile} ${why}: ${printed}`));
    const limit = setTimeout(() => fail("did not start"), START_MS);
    child.once("error", reject);
    child.once("exit", () => fail("has ended"));
    stream.on("data", (data) => {
      printed += data;
      const found = pattern.exec(printed)?.[1];
      if (found === undefined) return;
      clearTimeout(limit);
      stream.removeAllListeners("data").resume();
      resolve(found);
    });
  });
}
