import { execFileSync } from "node:child_process";
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import type { FoundPhoto } from "../src/photos/pair-files.js";
import { PhotoWorkers } from "../src/workers/photo-workers.js";

const folder = mkdtempSync(join(tmpdir(), "akin-workers-"));
afterAll(() => rmSync(folder, { recursive: true }));
const NOTHING = { images: null, describe: false, input: null };
const DESCRIPTION = { ...NOTHING, describe: true };
const LIMITS = { seconds: 60, memory: 2 ** 30 };

let opened: PhotoWorkers | undefined;
afterEach(() => opened?.close());

function workersWith(limits: Partial<typeof LIMITS> = {}, most = 2): PhotoWorkers {
  opened = new PhotoWorkers({ ...LIMITS, ...limits }, most);
  return opened;
}

async function drawPhoto(name: string, width = 60): Promise<FoundPhoto> {
  const file = join(folder, name);
  await sharp({ create: { width, height: 40, channels: 3, background: "teal" } }).toFile(file);
  const { size, mtimeMs } = statSync(file);
  return { path: name, file, size, modifiedAt: mtimeMs, isIgnored: false, companions: [] };
}

/** A file that whoever reads it waits for, for ever. */
function drawHang(name: string): string {
  const file = join(folder, name);
  execFileSync("mkfifo", [file]);
  return file;
}

/** Whether a process reads a file; only Linux tells. */
function hasOpen(pid: number, file: string): boolean {
  const folder = `/proc/${pid}/fd`;
  try {
    return readdirSync(folder).some((fd) => readlinkSync(join(folder, fd)) === file);
  } catch {
    // A file was closed meanwhile.
    return false;
  }
}

/** The processes that this one has started for photos. */
function workerPids(): number[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split(
    "\n",
  );
  return lines.flatMap((line) => {
    const [pid, parent, ...command] = line.trim().split(/\s+/);
    const isWorker = Number(parent) === process.pid && command.join(" ").includes("worker-process");
    return isWorker ? [Number(pid)] : [];
  });
}

describe("processes for photos", () => {
  it("read and decode, and are gone when they are closed", async () => {
    const workers = workersWith();
    const photo = await drawPhoto("a.png");
    expect(await workers.read(photo)).toMatchObject({ width: 60, height: 40 });
    const { description, placeholder, input } = await workers.make({
      file: photo.file,
      ...DESCRIPTION,
    });
    expect(description?.appearance.perceptualHash).toHaveLength(8);
    expect([placeholder, input]).toEqual([null, null]);
    expect(workers.cpuSeconds).toBeGreaterThan(0);
    workers.close();
    await vi.waitFor(() => expect(workerPids()).toEqual([]), { timeout: 10_000 });
  });

  it("tell what is wrong with a photo by code", async () => {
    const workers = workersWith();
    const broken = join(folder, "broken.jpg");
    writeFileSync(broken, "no picture");
    const found = {
      path: "broken.jpg",
      file: broken,
      size: 10,
      modifiedAt: statSync(broken).mtimeMs,
      isIgnored: false,
      companions: [],
    };
    await expect(workers.read(found)).rejects.toMatchObject({ code: "NOT_AN_IMAGE" });
    const made = workers.make({ file: broken, ...DESCRIPTION });
    await expect(made).rejects.toMatchObject({ name: "PhotoError", code: "NOT_AN_IMAGE" });
  });

  it("pass on that the disk is full or closed, which is no photo's fault", async () => {
    const workers = workersWith();
    const { file } = await drawPhoto("b.png");
    const cache = join(file, "not-a-folder");
    const images = { photo: { name: "x", width: 60, height: 40 }, cache, made: new Set<string>() };
    const made = workers.make({ file, images, describe: false, input: null });
    await expect(made).rejects.toMatchObject({ code: "ENOTDIR" });
  });
});

describe.skipIf(process.platform === "win32")("a photo that is the end of its process", () => {
  it("by hanging costs itself alone", async () => {
    const workers = workersWith({ seconds: 4 }, 1);
    const { file } = await drawPhoto("c.png");
    const [hung, next] = await Promise.allSettled([
      workers.make({ file: drawHang("hang.jpg"), ...DESCRIPTION }),
      workers.make({ file, ...DESCRIPTION }),
    ]);
    expect(hung).toMatchObject({ reason: { name: "PhotoError", code: "TIMEOUT" } });
    expect(next.status).toBe("fulfilled");
  });

  it("by being stopped, too", async () => {
    const workers = workersWith({ seconds: 4 }, 1);
    const { file } = await drawPhoto("d.png");
    await workers.make({ file, ...DESCRIPTION });
    for (const pid of workerPids()) process.kill(pid, "SIGSTOP");
    const stopped = workers.make({ file, ...DESCRIPTION });
    await expect(stopped).rejects.toMatchObject({ code: "TIMEOUT" });
    await workers.make({ file, ...DESCRIPTION });
  });

  it.runIf(process.platform === "linux")(
    "by crashing is tried again in a new process, then given up",
    async () => {
      const workers = workersWith({}, 1);
      const { file } = await drawPhoto("e.png");
      const hang = drawHang("crash.jpg");
      // Whoever opens it reads on and on, since it has a writer.
      const writer = openSync(hang, "r+");
      const crashing = workers.make({ file: hang, ...DESCRIPTION });
      const refused = expect(crashing).rejects.toMatchObject({
        code: "CRASHED",
        message: "crashes its decoder (SIGSEGV)",
      });
      const kill = async () => {
        const [reader = 0] = await vi.waitFor(
          () => {
            const reading = workerPids().filter((pid) => hasOpen(pid, hang));
            if (reading.length === 0) throw new Error("nobody reads it yet");
            return reading;
          },
          { timeout: 20_000 },
        );
        process.kill(reader, "SIGSEGV");
        await vi.waitFor(() => expect(workerPids()).not.toContain(reader));
      };
      await kill();
      await kill();
      await refused;
      closeSync(writer);
      await workers.make({ file, ...DESCRIPTION });
    },
  );

  it("by the memory that it takes costs itself alone", async () => {
    const workers = workersWith({ memory: 250 * 2 ** 20 }, 1);
    const bomb = join(folder, "bomb.png");
    const create = { width: 12_000, height: 12_000, channels: 3, background: "red" } as const;
    await sharp({ create }).png({ progressive: true, compressionLevel: 1 }).toFile(bomb);
    const made = workers.make({ file: bomb, ...DESCRIPTION });
    await expect(made).rejects.toMatchObject({ code: "OUT_OF_MEMORY" });
    await workers.make({ file: (await drawPhoto("f.png")).file, ...DESCRIPTION });
    expect(workers.peakMemory).toBeGreaterThan(250 * 2 ** 20);
  });
});
