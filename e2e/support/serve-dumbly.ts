import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".wasm": "application/wasm",
};

/**
 * The least that a host can be: bytes as they are, with no caching, ranges, encodings or headers of use.
 * @param folders by the path that they are served at, which ends with `/`
 */
export async function serveDumbly(folders: Record<string, string>) {
  const server = createServer(async ({ url = "/" }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const at = Object.keys(folders).find((path) => pathname.startsWith(path)) ?? "";
    const path = decodeURIComponent(pathname.slice(at.length)).replace(/(^|\/)$/, "$1index.html");
    try {
      const bytes = await readFile(join(folders[at] ?? "nowhere", path));
      response.setHeader("Content-Type", TYPES[extname(path)] ?? "application/octet-stream");
      response.end(bytes);
    } catch {
      response.writeHead(404).end("Not found");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    /** Without a `/` at its end. */
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
