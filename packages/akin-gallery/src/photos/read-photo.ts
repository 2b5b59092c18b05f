import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { posix } from "node:path";
import type { PhotoMedia } from "akin-browser/format";
import { describeError } from "../describe-error.js";
import type { PhotoMetadata } from "../metadata/photo-metadata.js";
import { readMetadata } from "../metadata/read-metadata.js";
import { decodePhoto } from "./decode-photo.js";
import type { FoundPhoto } from "./pair-files.js";
import { PhotoError } from "./photo-error.js";
import { readBeginning } from "./read-beginning.js";
import { readHeader } from "./read-header.js";
import { readSidecars } from "./read-sidecars.js";

/** What one reading of a file gives. */
export interface PhotoContent {
  /** SHA-256 of the file, hex. */
  contentHash: string;
  /** Upright size in pixels. */
  width: number;
  height: number;
  media: PhotoMedia;
  metadata: PhotoMetadata;
  /** Of the sidecars' content; empty where there are none. */
  sidecarHash: string;
}

/** sharp's own limit: 0x3FFF squared, more than any camera takes, less than a decompression bomb. */
const MOST_PIXELS = 0x3fff ** 2;

/** Of a larger file, which is a video or a scan, a part is searched for metadata. */
const MOST_IN_MEMORY = 2 ** 28;

/**
 * Reads a photo's file: its hash, its size in pixels, and what it and its sidecars tell of it. Pixels are decoded only of
 * formats that hide their size in them, and of pictures for which a RAW file could stand in.
 * @throws PhotoError
 */
export async function readPhoto(photo: FoundPhoto): Promise<PhotoContent> {
  if (photo.size === 0) throw new PhotoError("EMPTY", "the file is empty");
  const { contentHash, content } = await readContent(photo);
  const header = await readHeader(photo.file, content);
  refuseTooLarge(header);
  if (photo.companions.some(({ role }) => role === "raw")) await refuseDamaged(photo.file);
  const { sidecars, hash } = await readSidecars(photo);
  const metadata = await readMetadata(content, { filename: posix.basename(photo.path), sidecars });
  return { contentHash, ...header, metadata, sidecarHash: hash };
}

function refuseTooLarge({ width, height }: { width: number; height: number }): void {
  if (width * height <= MOST_PIXELS) return;
  throw new PhotoError(
    "TOO_LARGE",
    `has ${width} x ${height} pixels; at most ${Math.floor(MOST_PIXELS / 1e6)} megapixels are read`,
  );
}

/** A damaged picture is worth less than the RAW file beside it. */
async function refuseDamaged(file: string): Promise<void> {
  const { isDamaged } = await decodePhoto(file);
  if (!isDamaged) return;
  const message = "can't be decoded to its end; the RAW file beside it is shown instead";
  throw new PhotoError("BROKEN_IMAGE", message);
}

async function readContent({
  file,
  size,
}: FoundPhoto): Promise<{ contentHash: string; content: Uint8Array }> {
  try {
    if (size > MOST_IN_MEMORY)
      return { contentHash: await hashFile(file), content: await readBeginning(file) };
    // This is done in a process that has nothing else to do, in which reading piece by piece takes four times as long.
    const content = readFileSync(file);
    return { contentHash: createHash("sha256").update(content).digest("hex"), content };
  } catch (error) {
    throw new PhotoError("UNREADABLE", `can't be read: ${describeError(error)}`, { cause: error });
  }
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file, { highWaterMark: 2 ** 20 })) hash.update(chunk);
  return hash.digest("hex");
}
