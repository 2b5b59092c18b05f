import { createHash } from "node:crypto";
import { promises as fs } from "node:fs";
import { basename } from "node:path";
import { describeError } from "../describe-error.js";
import type { Sidecar } from "../metadata/sidecar.js";
import type { FoundPhoto } from "./pair-files.js";
import { PhotoError } from "./photo-error.js";

/** Above this it is no sidecar; Lightroom's, with masks, have a few megabytes. */
const MOST_BYTES = 32 * 2 ** 20;

/** What lies beside a photo and tells of it. */
export interface Sidecars {
  sidecars: Sidecar[];
  /** Over their content; empty where there are none. */
  hash: string;
}

/**
 * Reads a photo's sidecars, in their order of precedence; one that is far too large is told with empty content.
 * @throws PhotoError `UNREADABLE` if one can't be read: it might say that the photo is private
 */
export async function readSidecars({ companions }: FoundPhoto): Promise<Sidecars> {
  const found = companions.filter(({ role }) => role === "sidecar");
  if (found.length === 0) return { sidecars: [], hash: "" };
  const sidecars: Sidecar[] = [];
  const hash = createHash("sha256");
  for (const { file, size } of found) {
    const content = size > MOST_BYTES ? null : await contentOf(file);
    sidecars.push({ name: basename(file), content });
    hash.update(`${basename(file)}\0${content?.length ?? "none"}\0`).update(content ?? "");
  }
  return { sidecars, hash: hash.digest("hex").slice(0, 16) };
}

async function contentOf(file: string): Promise<Uint8Array> {
  try {
    return await fs.readFile(file);
  } catch (error) {
    const reason = `its sidecar ${basename(file)} can't be read: ${describeError(error)}`;
    throw new PhotoError("UNREADABLE", reason, { cause: error });
  }
}
