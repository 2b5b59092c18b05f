import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { RandomNumbers } from "../onnx/random-numbers.js";
import { dumpDatabases, dumpFolder } from "./dump-gallery.js";
import { FaultAlbum } from "./fault-album.js";

/** How a run of the command ended. */
export interface Ended {
  /** null if a signal ended it. */
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** What a kind of fault did. */
export interface FaultCount {
  fault: string;
  /** Builds that were disturbed. */
  points: number;
  /** Of them, how many were stopped by it. */
  stopped: number;
  /** Galleries whose site was damaged after the fault, or that the next build did not make what it should. */
  wrong: number;
}

/** A gallery's content in a form to be compared. */
interface Content {
  site: Record<string, string>;
  databases: string[];
}

/** The album, the galleries that an undisturbed build makes of it, and how to build. */
export class FaultRun {
  readonly random: RandomNumbers;
  readonly album: FaultAlbum;
  /** The gallery of the album's first state; galleries remember where their album is, so both states are at one place. */
  readonly before: string;
  /** The gallery that is disturbed. */
  readonly gallery: string;
  private reference: Content = { site: {}, databases: [] };
  /** Of an undisturbed build from nothing, and of one that brings `before` up to date. In milliseconds. */
  fullTime = 0;
  incrementalTime = 0;

  constructor(
    readonly repository: string,
    readonly folder: string,
    seed: number,
    readonly print: (line: string) => void,
  ) {
    this.random = new RandomNumbers(seed);
    this.album = new FaultAlbum(join(folder, "album"));
    this.before = join(folder, "before");
    this.gallery = join(folder, "gallery");
  }

  async prepare(): Promise<void> {
    mkdirSync(this.folder, { recursive: true });
    await this.album.drawBefore();
    await this.build(this.before);
    await this.album.change();
    const undisturbed = join(this.folder, "undisturbed");
    this.fullTime = await this.timed(() => this.build(undisturbed));
    this.reference = contentOf(undisturbed);
    this.startFrom("before");
    this.incrementalTime = await this.timed(() => this.build(this.gallery));
    const wrong = await this.difference(this.gallery);
    if (wrong) throw new Error(`an undisturbed build already differs: ${wrong}`);
  }

  /** Puts the gallery to be disturbed into the state that a build is to begin with. */
  startFrom(state: "nothing" | "before"): void {
    rmSync(this.gallery, { recursive: true, force: true });
    if (state === "before") cpSync(this.before, this.gallery, { recursive: true });
  }

  /** Builds undisturbed. @throws if that fails */
  async build(out: string): Promise<Ended> {
    const ended = await this.ended(this.start(out));
    if (ended.exitCode === 0) return ended;
    throw new Error(`akin build ended with ${ended.exitCode}: ${ended.stdout}${ended.stderr}`);
  }

  /** @param before a command that runs the build, such as strace */
  start(out: string, before: readonly string[] = []): ChildProcess {
    const akin = join(this.repository, "packages/akin-gallery/bin/akin.js");
    const build = [process.execPath, akin, "build", this.album.folder, "--out", out];
    const options = ["--model", "builtin", "--title", "Faults", "--quiet", "--json"];
    const [command = "", ...args] = [...before, ...build, ...options];
    // A group of its own, so that it can be ended with all the processes that it started.
    return spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], detached: true });
  }

  async ended(child: ChildProcess): Promise<Ended> {
    const ended: Ended = { exitCode: null, stdout: "", stderr: "" };
    child.stdout?.on("data", (data) => {
      ended.stdout += data;
    });
    child.stderr?.on("data", (data) => {
      ended.stderr += data;
    });
    ended.exitCode = await new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => resolve(code));
    });
    return ended;
  }

  /** Builds undisturbed, and says how the gallery is another than it should be; undefined if it is not. */
  async converges(): Promise<string | undefined> {
    const { exitCode, stdout, stderr } = await this.ended(this.start(this.gallery));
    if (exitCode !== 0) return `the next build ended with ${exitCode}: ${stdout}${stderr}`;
    return this.difference(this.gallery);
  }

  /** What `akin check` says of a site that a visitor could open; undefined if it is whole, or there is none. */
  async damage(): Promise<string | undefined> {
    const akin = join(this.repository, "packages/akin-gallery/bin/akin.js");
    const check = spawn(process.execPath, [akin, "check", "--out", this.gallery, "--json"]);
    const { stdout } = await this.ended(check);
    const { problems = [] }: { problems?: string[] } = JSON.parse(stdout || "{}");
    return problems.find((problem) => problem.startsWith("site/"));
  }

  private async difference(gallery: string): Promise<string | undefined> {
    const { site, databases } = contentOf(gallery);
    const paths = new Set([...Object.keys(site), ...Object.keys(this.reference.site)]);
    const other = [...paths].filter((path) => site[path] !== this.reference.site[path]);
    if (other.length > 0) return `other files in the site: ${other.slice(0, 5).join(", ")}`;
    const expected = new Set(this.reference.databases);
    const rows = databases.filter((row) => !expected.has(row));
    const missing = this.reference.databases.length - databases.length + rows.length;
    if (rows.length + missing === 0) return undefined;
    return `other rows: ${rows.slice(0, 2).join(" ").slice(0, 400)}; ${missing} missing`;
  }

  private async timed(work: () => Promise<unknown>): Promise<number> {
    const started = performance.now();
    await work();
    return performance.now() - started;
  }
}

function contentOf(gallery: string): Content {
  return { site: dumpFolder(join(gallery, "site")), databases: dumpDatabases(gallery) };
}
