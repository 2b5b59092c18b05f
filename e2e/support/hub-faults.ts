import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";

/** What may be wrong with a hub and its storage. */
export interface HubFaults {
  /** Every request is answered with this status. */
  status: number | null;
  /** The connection of a large file is cut after so many bytes of an answer. */
  cutAfter: number | null;
  /** So many answers are cut; then all is well. */
  cuts: number;
  /** A large file stops coming after so many bytes, with the connection open. */
  stallAfter: number | null;
  /** Milliseconds between two pieces of 64 KiB. */
  slowness: number;
  /** A large file has a byte that is wrong. */
  hasWrongByte: boolean;
  /** Ranges are not honoured: the whole file comes. */
  ignoresRanges: boolean;
  /** The size that the hub claims of each file. */
  claimedBytes: number | null;
}

export const NO_FAULTS: HubFaults = {
  status: null,
  cutAfter: null,
  cuts: Number.POSITIVE_INFINITY,
  stallAfter: null,
  slowness: 0,
  hasWrongByte: false,
  ignoresRanges: false,
  claimedBytes: null,
};

const PIECE = 1 << 16;

/** Sends a file or the range of it that is asked for, as badly as it is told. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: Uint8Array,
  faults: HubFaults,
): Promise<void> {
  const bytes = Uint8Array.from(file);
  if (faults.hasWrongByte) bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  if (!response.hasHeader("etag")) {
    response.setHeader("etag", `"${createHash("sha256").update(file).digest("hex")}"`);
  }
  response.setHeader("accept-ranges", "bytes");
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
  // The question for the size is one byte.
  const isRange = from !== undefined && !(faults.ignoresRanges && to !== "0");
  const start = isRange ? Number(from) : 0;
  const end = isRange && to ? Math.min(Number(to) + 1, bytes.length) : bytes.length;
  if (isRange) response.setHeader("content-range", `bytes ${start}-${end - 1}/${bytes.length}`);
  response.writeHead(isRange ? 206 : 200, { "content-length": end - start });
  await sendPieces(response, bytes.subarray(start, end), faults);
}

async function sendPieces(
  response: ServerResponse,
  bytes: Uint8Array,
  faults: HubFaults,
): Promise<void> {
  const { cutAfter, stallAfter, slowness } = faults;
  const isCut = cutAfter !== null && faults.cuts > 0 && bytes.length > cutAfter;
  if (isCut) faults.cuts--;
  const isStalled = stallAfter !== null && bytes.length > stallAfter;
  const most = isCut ? cutAfter : isStalled ? stallAfter : bytes.length;
  for (let at = 0; at < most; at += PIECE) {
    response.write(bytes.subarray(at, Math.min(at + PIECE, most)));
    if (slowness > 0) await setTimeout(slowness);
  }
  if (isCut) {
    // What was written is to arrive first.
    await setTimeout(20);
    response.destroy();
  } else if (!isStalled) response.end();
}
