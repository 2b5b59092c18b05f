import { spawn } from "node:child_process";
import { errorCode } from "../describe-error.js";
import { PhotoError } from "./photo-error.js";

/** Frames at the beginning, of which the one is taken that is most like the others: not a black one. */
const FRAMES = 50;

/** Readers of files, so that a list of addresses that calls itself a film is none. */
const DEMUXERS = "mov,matroska,avi";

/** Longest side of the poster. */
const MOST_PIXELS = 2048;

/** As much as a PNG file of that size can have. */
const MOST_BYTES = 2 ** 26;

/**
 * A picture of the beginning of a video, upright, made by ffmpeg: the program that `AKIN_FFMPEG` names, or the one on
 * the path.
 *
 * @returns a PNG file
 * @throws PhotoError NO_FFMPEG where there is none, BROKEN_IMAGE if it can't read the video
 */
export async function videoPoster(video: string | Uint8Array): Promise<Uint8Array> {
  if (typeof video !== "string") {
    throw new PhotoError("UNSUPPORTED_FORMAT", "is a video, which is read from a file only");
  }

  const square = `scale=w='min(iw*sar,${MOST_PIXELS})':h='min(ih,${MOST_PIXELS})':force_original_aspect_ratio=decrease`;
  const input = [
    "-protocol_whitelist",
    "file",
    "-format_whitelist",
    DEMUXERS,
    "-i",
    `file:${video}`,
  ];
  const output = [
    "-map",
    "0:v:0",
    "-vf",
    `thumbnail=${FRAMES},${square},setsar=1`,
    "-frames:v",
    "1",
  ];
  const format = ["-c:v", "png", "-pix_fmt", "rgb24", "-f", "image2pipe", "-"];
  const poster = await outputOf([
    "-v",
    "error",
    "-nostdin",
    "-threads",
    "1",
    ...input,
    ...output,
    ...format,
  ]);
  if (poster.length > 0) return poster;
  throw new PhotoError("BROKEN_IMAGE", "can't be decoded: ffmpeg finds no picture in it");
}

function outputOf(args: readonly string[]): Promise<Buffer> {
  const ffmpeg = spawn(process.env.AKIN_FFMPEG ?? "ffmpeg", args, {
    stdio: ["ignore", "pipe", "ignore"],
    windowsHide: true,
  });
  const chunks: Buffer[] = [];
  let bytes = 0;
  ffmpeg.stdout.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MOST_BYTES) ffmpeg.kill("SIGKILL");
  });
  return new Promise((resolve, reject) => {
    ffmpeg.once("error", (error) => reject(noFfmpeg(error)));
    ffmpeg.once("close", (code) => {
      resolve(code === 0 && bytes <= MOST_BYTES ? Buffer.concat(chunks) : Buffer.alloc(0));
    });
  });
}

function noFfmpeg(cause: Error): PhotoError {
  const message =
    errorCode(cause) === "ENOENT"
      ? "is a video, of which ffmpeg makes a picture: install ffmpeg, or say with AKIN_FFMPEG where it is, and build again"
      : `is a video, and ffmpeg can't be started: ${cause.message}`;
  return new PhotoError("NO_FFMPEG", message, { cause });
}
