import { readFileSync } from "node:fs";

/** Memory of a process in bytes. */
export interface ProcessMemory {
  resident: number;
  /** Without what lies in files, such as programs and libraries, which several processes share. */
  own: number;
}

/** Another process's memory on Linux; undefined elsewhere, and if it has ended. */
export function processMemory(pid: number): ProcessMemory | undefined {
  if (process.platform !== "linux") return undefined;
  try {
    const status = readFileSync(`/proc/${pid}/status`, "latin1");
    const bytes = (field: string) =>
      1024 * Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, "m").exec(status)?.[1] ?? 0);
    return { resident: bytes("VmRSS"), own: bytes("RssAnon") };
  } catch {
    // It has just ended.
    return undefined;
  }
}
