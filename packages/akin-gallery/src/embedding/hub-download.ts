import { existsSync } from "node:fs";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as startTimer } from "node:timers";
import { setTimeout as pause } from "node:timers/promises";
import { downloadFile } from "@huggingface/hub";
import { AkinError } from "../akin-error.js";
import {
  blobPath,
  cachedSize,
  hasContent,
  type KnownContent,
  linkBlob,
  snapshotFolder,
} from "./hub-cache.js";
import { hubOptions, isPassing, type Patience } from "./hub-client.js";

/** A file of a repository, as the hub describes it. */
export interface HubFile {
  repository: string;
  /** Commit. */
  revision: string;
  /** Within the repository. */
  path: string;
  /** Name of the blob in the cache. */
  blob: string;
  content: KnownContent & { bytes: number };
}

/** How a download is watched and stopped. */
export interface DownloadControl {
  signal: AbortSignal;
  patience: Patience;
  /** Called with the bytes that have come since the last call. */
  onBytes(count: number): void;
}

/** A connection that breaks is taken up again where it broke, so often. */
const ATTEMPTS = 3;
const PAUSE_MS = 300;

/** A download that has not begun, or goes on where another ended. */
export interface Download {
  file: HubFile;
  /** Where the content is collected; null if the cache has it already, from another commit perhaps. */
  partial: string | null;
  /** Bytes still to come. */
  missing: number;
}

/** Looks what the cache has of a file. */
export async function prepareDownload(file: HubFile): Promise<Download> {
  const blob = blobPath(file.repository, file.blob);
  await mkdir(dirname(blob), { recursive: true });
  const isThere = existsSync(blob) && (await hasContent(blob, file.content));
  if (isThere) return { file, partial: null, missing: 0 };
  const partial = await takeUpPartial(blob);
  return { file, partial, missing: Math.max(0, file.content.bytes - cachedSize(partial)) };
}

/**
 * Brings a file into the cache. It gets its name there only when it is whole and has the hash that the hub tells; what
 * an interrupted download leaves is gone on with by the next.
 *
 * @throws AkinError MODEL_NOT_AVAILABLE if the content is not what was published; what the network or the disk throws
 */
export async function finishDownload(
  { file, partial }: Download,
  control: DownloadControl,
): Promise<void> {
  const blob = blobPath(file.repository, file.blob);
  if (partial !== null) {
    await fetchWhole(file, partial, control);
    await rename(partial, blob);
  }
  await linkBlob(blob, join(snapshotFolder(file.repository, file.revision), file.path));
}

/** What another process left of this download, if it is no longer running; the name says whose it is. */
async function takeUpPartial(blob: string): Promise<string> {
  const own = `${blob}.akin-${process.pid}`;
  const prefix = `${basename(blob)}.akin-`;
  for (const name of await readdir(dirname(blob))) {
    if (!name.startsWith(prefix) || isRunning(Number(name.slice(prefix.length)))) continue;
    await rename(join(dirname(blob), name), own).catch(() => {});
  }
  return own;
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, and is somebody else's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function fetchWhole(file: HubFile, partial: string, control: DownloadControl) {
  for (let attempt = 1; ; attempt++) {
    const start = cachedSize(partial);
    try {
      if (start < file.content.bytes) await fetchRest(file, partial, start, control);
    } catch (error) {
      control.signal.throwIfAborted();
      if (attempt === ATTEMPTS || !isPassing(error)) throw error;
      await pause(PAUSE_MS * attempt, undefined, { signal: control.signal });
      continue;
    }
    if (await hasContent(partial, file.content)) return;
    await rm(partial);
    // A beginning that did not fit its end is worth another try; a whole file that is wrong will be wrong again.
    if (start === 0 || attempt === ATTEMPTS) throw notAsPublished(file);
  }
}

async function fetchRest(
  { repository, revision, path, content }: HubFile,
  partial: string,
  start: number,
  { signal, patience, onBytes }: DownloadControl,
): Promise<void> {
  // Not by the Xet protocol: its pieces are compressed, so that neither progress nor a range would be the file's.
  const params = { repo: repository, revision, path, xet: false, ...hubOptions(signal, patience) };
  const whole = await downloadFile(params);
  if (!whole) throw new Error(`the repository has no ${path}`);
  const rest = start > 0 ? whole.slice(start, content.bytes) : whole;
  const handle = await open(partial, "a");
  try {
    for await (const piece of withoutStalls(rest.stream(), patience.stallMs)) {
      await handle.writeFile(piece);
      onBytes(piece.length);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** @throws if nothing comes for `stallMs` */
async function* withoutStalls(
  stream: ReadableStream<Uint8Array>,
  stallMs: number,
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read(), stallMs);
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const message = `nothing came for ${milliseconds / 1000} s`;
    timer = startTimer(() => reject(new Error(message)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function notAsPublished({ repository, path }: HubFile): AkinError {
  const message = `The downloaded ${path} of ${repository} is not the file that was published; try again.`;
  return new AkinError("MODEL_NOT_AVAILABLE", message);
}
