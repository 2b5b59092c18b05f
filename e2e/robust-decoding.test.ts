import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { drawAlbum, SMALL_ALBUM } from "./support/draw-album.js";
import { dumpDatabases, dumpFolder } from "./support/dump-gallery.js";
import { buildJson, startAkin } from "./support/run-akin.js";
import { isRunning, workerPids } from "./support/worker-pids.js";

const folder = mkdtempSync(join(tmpdir(), "akin-robust-"));
const album = join(folder, "album");
beforeAll(() => drawAlbum(album, SMALL_ALBUM));
afterAll(() => rmSync(folder, { recursive: true }));

const buildArgs = (out: string) => ["build", album, "--out", out, "--model", "builtin"];

/** Starts a build and waits for its processes. */
async function startBuild(out: string) {
  const { child, finished } = await startAkin([...buildArgs(out), "--quiet"]);
  const pid = child.pid ?? 0;
  const pids = await vi.waitFor(
    () => {
      const found = workerPids(pid);
      if (found.length === 0) throw new Error("no process reads photos yet");
      return found;
    },
    { timeout: 30_000, interval: 20 },
  );
  return { child, finished, pid, pids };
}

describe.skipIf(process.platform === "win32")("processes that read photos", () => {
  test.each(["SIGKILL", "SIGINT", "SIGTERM"] as const)(
    "end with a build that gets %s",
    async (signal) => {
      const { child, finished, pid, pids } = await startBuild(join(folder, signal));
      // Those that come later end as well.
      const all = new Set([...pids, ...workerPids(pid)]);
      child.kill(signal);
      await finished;
      await vi.waitFor(() => expect([...all].filter(isRunning)).toEqual([]), { timeout: 10_000 });
    },
  );

  test("may be killed: their photos are tried again, and the gallery is the same", async () => {
    const undisturbed = join(folder, "undisturbed");
    await buildJson(album, undisturbed);
    const disturbed = join(folder, "disturbed");
    const { finished, pids } = await startBuild(disturbed);
    // Not those that take their place: a photo that is the end of two processes is left out.
    for (const pid of pids) process.kill(pid, "SIGSEGV");
    expect(await finished).toMatchObject({ exitCode: 0, stderr: "" });
    expect((await buildJson(album, disturbed)).photos.failed).toBe(0);
    expect(dumpFolder(join(disturbed, "site"))).toEqual(dumpFolder(join(undisturbed, "site")));
    expect(dumpDatabases(disturbed)).toEqual(dumpDatabases(undisturbed));
  });
});
