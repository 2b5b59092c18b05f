import { readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join, normalize } from "node:path";

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface TestServer {
  /** Ends with `/`. */
  url: string;
  /** Answers the paths with this end in another way. */
  override(pathEnd: string, handler: Handler): void;
  /** Takes back all overrides. */
  restore(): void;
  close(): void;
}

const TYPES: Record<string, string> = {
  html: "text/html",
  js: "text/javascript",
  css: "text/css",
  wasm: "application/wasm",
  jpg: "image/gif",
  json: "application/json",
};

/**
 * Serves a folder. What lies under `/good/` is also at `/encoded/`, which says that it is gzipped where it is, and what
 * lies under `/plain/` also at `/ranged/`, which answers ranges.
 */
export async function serve(folder: string): Promise<TestServer> {
  const overrides = new Map<string, Handler>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const handler = [...overrides].find(([end]) => pathname.endsWith(end))?.[1];
    if (handler !== undefined) handler(request, response);
    else sendFile(folder, decodeURIComponent(pathname), request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port.");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    override: (pathEnd, handler) => overrides.set(pathEnd, handler),
    restore: () => overrides.clear(),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function sendFile(
  folder: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const file = join(
    folder,
    normalize(path.replace("/encoded/", "/good/").replace("/ranged/", "/plain/")),
  );
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found");
    return;
  }
  const bytes = readFileSync(file);
  const extension = /\.(\w+)$/.exec(file)?.[1] ?? "";
  const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const headers = {
    "Content-Type": TYPES[extension] ?? "application/octet-stream",
    "Content-Security-Policy":
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:",
    ...(path.startsWith("/encoded/") && gzipped ? { "Content-Encoding": "gzip" } : {}),
  };
  if (path.startsWith("/ranged/")) sendRange(bytes, '"1"', request, response);
  else response.writeHead(200, { ...headers, "Content-Length": bytes.length }).end(bytes);
}

/** Answers the range that is asked for, or everything. */
export function sendRange(
  bytes: Buffer,
  etag: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
  if (first === undefined) {
    response.writeHead(200, { ETag: etag, "Accept-Ranges": "bytes" }).end(bytes);
    return;
  }
  const end = Math.min(Number(last) + 1, bytes.length);
  const part = bytes.subarray(Number(first), end);
  const range = `bytes ${first}-${end - 1}/${bytes.length}`;
  const headers = { ETag: etag, "Content-Range": range, "Content-Length": part.length };
  response.writeHead(206, headers).end(part);
}
