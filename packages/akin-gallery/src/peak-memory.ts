import { readFileSync } from "node:fs";

/**
 * The most memory that this process has had, in bytes.
 *
 * On Linux the kernel's `VmHWM`: getrusage's `maxRSS` begins with what the process that started this one had.
 */
export function peakMemory(): number {
  const status = process.platform === "linux" ? readFileSync("/proc/self/status", "utf8") : "";
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return 1024 * Number(kilobytes ?? process.resourceUsage().maxRSS);
}
