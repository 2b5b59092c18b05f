import { modelCache } from "./model-cache.js";

/**
 * The content of a file in `data/models/`, which is kept under its address.
 * @param onBytes told of each part that comes, in bytes; of all at once where it was kept
 * @throws if it can't be had, or is not what its name says
 */
export async function fetchModelFile(
  folder: string,
  name: string,
  onBytes: (count: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const url = folder + name;
  const cache = await modelCache();
  const kept = await cache?.match(url);
  if (kept) {
    const content = new Uint8Array(await kept.arrayBuffer());
    onBytes(content.length);
    return content;
  }
  // Not twice: the browser's own cache need not have it, too.
  const response = await fetch(url, { cache: cache === null ? "default" : "no-store" });
  if (!response.ok) throw new Error(`${url} answers with ${response.status}.`);
  const content = await gunzipped(await readAll(response, onBytes));
  if (!(await isNamed(content, name))) throw new Error(`${url} is damaged.`);
  try {
    await cache?.put(url, new Response(content));
  } catch (error) {
    // A full disk costs the next visit the transfer, and this one nothing.
    if (!(error instanceof DOMException)) throw error;
  }
  return content;
}

async function readAll(
  response: Response,
  onBytes: (count: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (value === undefined) break;
    parts.push(value);
    onBytes(value.length);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Hosts may have had the browser do it. */
async function gunzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}

async function isNamed(content: Uint8Array<ArrayBuffer>, name: string): Promise<boolean> {
  // Only pages that are encrypted have it.
  if (!("subtle" in crypto)) return true;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.startsWith(name);
}
