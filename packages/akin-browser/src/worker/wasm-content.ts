import { gunzip } from "../source/gunzip.js";
import { looksGzipped } from "../source/published-content.js";

/**
 * SQLite's WebAssembly, which the package has gzipped; `scripts/bundle-worker.mjs` has SQLite start with it. Hosts that
 * say so by `Content-Encoding` have the browser decompress it before.
 */
export async function wasmContent(response: Response): Promise<BufferSource> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  return (looksGzipped(bytes) ? await gunzip(bytes) : null) ?? bytes;
}
