import { fetchFile } from "../source/fetch-file.js";
import { refuseWebPage } from "../source/refuse-web-page.js";

/**
 * SQLite's WebAssembly, gzipped or not: most of what is fetched for a first search, so that the page fetches it while the
 * worker's script is on its way.
 *
 * @throws GalleryError
 */
export async function fetchSqlite(signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const { href } = new URL("../worker/sqlite3.wasm.gz", import.meta.url);
  const bytes = await fetchFile(href, { signal });
  refuseWebPage(bytes, href);
  return bytes;
}
