import { execFileSync } from "node:child_process";

/** The processes in which a running command reads photos. */
export function workerPids(parent: number): number[] {
  const processes = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  return processes.split("\n").flatMap((line) => {
    const [pid, ppid, ...command] = line.trim().split(/\s+/);
    const isWorker = Number(ppid) === parent && command.join(" ").includes("worker-process");
    return isWorker ? [Number(pid)] : [];
  });
}

/** Whether a process is there. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
