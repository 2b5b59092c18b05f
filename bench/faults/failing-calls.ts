import type { FaultCount, FaultRun } from "./fault-run.js";

/** What a system answers to calls that name a photo, or a photo's open file. */
const FAULTS = {
  "read errors of photos": ["read,pread64", "EIO"],
  "photos that can't be opened": ["openat", "EIO"],
} as const;

/** Lets the system answer that random photos can't be read. Needs strace. */
export async function failCalls(
  run: FaultRun,
  fault: keyof typeof FAULTS,
  points: number,
): Promise<FaultCount> {
  const count = { fault, points, stopped: 0, wrong: 0 };
  const [calls, error] = FAULTS[fault];
  const files = [...run.album.photos.keys()].map((path) => `${run.album.folder}/${path}`);
  for (let point = 0; point < points; point++) {
    run.startFrom(point % 2 === 0 ? "nothing" : "before");
    const photos = files.filter(() => run.random.uniform() < 0.2);
    const paths = photos.flatMap((photo) => ["-P", photo]);
    const inject = `inject=${calls}:error=${error}`;
    const strace = ["strace", "-f", "-qq", "-o", "/dev/null", ...paths, "-e", `trace=${calls}`];
    const { exitCode, stdout } = await run.ended(run.start(run.gallery, [...strace, "-e", inject]));
    if (exitCode !== 0) count.stopped++;
    const wrong = exitCode === null ? `it died: ${stdout}` : await run.converges();
    if (wrong === undefined) continue;
    count.wrong++;
    run.print(`${fault}, point ${point}: ${wrong}`);
  }
  return count;
}
