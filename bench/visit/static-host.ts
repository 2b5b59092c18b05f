import { readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { SlowLink } from "./slow-link.js";

/** A request that was answered in full. */
export interface Answered {
  path: string;
  /** As `Date.now()`. */
  startedAt: number;
  /** Of the answer, with its header. */
  bytes: number;
}

export interface StaticHost {
  /** Ends with `/`. */
  url: string;
  /** All requests but those for the one picture of made-up galleries, in the order in which they were answered. */
  answered: Answered[];
  /** Resolves once nothing has been under way for a moment. */
  idle(): Promise<void>;
  close(): void;
}

/** Kinds that hosts compress on the way; files without an ending, and WebAssembly, go as they are. */
const TEXTS: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};
const OTHERS: Record<string, string> = { ".wasm": "application/wasm", ".jpg": "image/jpeg" };

/** Made-up galleries have no pictures: unless others are given, each is this one, at no cost. */
const PICTURE = Buffer.from(
  "R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==",
  "base64",
);

/** The line is shared in pieces of this size. */
const PIECE_BYTES = 4096;
const IDLE_MS = 150;

/**
 * Serves files as a plain host of static files does: HTTP/1.1, no ranges, no special headers, no caching but what the
 * browser does by itself.
 *
 * @param folders where a path is looked for, in this order
 * @param pictures the file to send for a picture that is in none of them, by its path
 */
export async function startHost(
  folders: readonly string[],
  link: SlowLink,
  pictures?: (path: string) => string,
): Promise<StaticHost> {
  const answered: Answered[] = [];
  let underWay = 0;
  let lastAt = 0;
  const server = createServer((request, response) => {
    const startedAt = Date.now();
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    if (path.startsWith("/images/") && pictures === undefined) {
      response.writeHead(200, { "Content-Type": "image/gif" }).end(PICTURE);
      return;
    }
    underWay++;
    const sentBefore = request.socket.bytesWritten;
    response.once("close", () => {
      underWay--;
      lastAt = Date.now();
      const bytes = request.socket.bytesWritten - sentBefore;
      if (response.writableFinished) answered.push({ path, startedAt, bytes });
    });
    const file =
      fileFor(folders, path) ?? (path.startsWith("/images/") ? pictures?.(path) : undefined);
    sendSlowly(file, request, response, link).catch((error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port.");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    answered,
    async idle() {
      lastAt = Math.max(lastAt, Date.now());
      while (underWay > 0 || Date.now() - lastAt < IDLE_MS) await sleep(10);
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function fileFor(folders: readonly string[], path: string): string | undefined {
  const name = normalize(path.endsWith("/") ? `${path}index.html` : path);
  const files = folders.map((folder) => join(folder, name));
  return files.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

async function sendSlowly(
  file: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  link: SlowLink,
): Promise<void> {
  const body = file === undefined ? Buffer.from("Not found") : readFileSync(file);
  const extension = file === undefined ? ".txt" : extname(file);
  const type = TEXTS[extension] ?? OTHERS[extension] ?? "application/octet-stream";
  const isGzipped =
    extension in TEXTS && (request.headers["accept-encoding"] ?? "").includes("gzip");
  const sent = isGzipped ? gzipSync(body) : body;
  if (link.throttled) await sleep(link.latencyMs);
  response.writeHead(file === undefined ? 404 : 200, {
    "Content-Type": type,
    "Content-Length": sent.length,
    ...(isGzipped && { "Content-Encoding": "gzip", Vary: "Accept-Encoding" }),
  });
  link.begin();
  try {
    for (let at = 0; at < sent.length && !response.destroyed; at += PIECE_BYTES) {
      const piece = sent.subarray(at, at + PIECE_BYTES);
      await until(link.reserve(piece.length));
      response.write(piece);
    }
  } finally {
    link.end();
  }
  response.end();
}

async function until(time: number): Promise<void> {
  const wait = time - performance.now();
  if (wait > 0) await sleep(wait);
}
