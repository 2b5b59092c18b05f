import { readdirSync, readFileSync } from "node:fs";

const POLL_MS = 250;
const TICKS_PER_SECOND = 100;

/**
 * Adds up the CPU time of a process's children, which nobody else does for those that still run at its end. Linux only:
 * elsewhere it is 0, and the last quarter of a second of each is left out.
 * @returns stops, and gives the seconds
 */
export function watchChildren(parent: number): () => number {
  const seconds = new Map<number, number>();
  const look = () => {
    for (const [pid, cpu] of childrenOf(parent)) seconds.set(pid, cpu);
  };
  const timer = setInterval(look, POLL_MS);
  return () => {
    clearInterval(timer);
    return [...seconds.values()].reduce((sum, cpu) => sum + cpu, 0);
  };
}

function childrenOf(parent: number): [pid: number, seconds: number][] {
  if (process.platform !== "linux") return [];
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid): [number, number][] => {
    const [ppid, user = 0, system = 0] = statOf(pid);
    return ppid === parent ? [[Number(pid), (user + system) / TICKS_PER_SECOND]] : [];
  });
}

/** Parent, and CPU time in ticks (proc(5)). */
function statOf(pid: string): number[] {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ").at(-1)?.split(" ") ?? [];
    return [fields[1], fields[11], fields[12]].map(Number);
  } catch {
    // It has just ended.
    return [];
  }
}
