import { existsSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";
import { AkinError } from "./akin-error.js";
import { describeError, errorCode } from "./describe-error.js";

export interface SiteServer {
  port: number;
  close(): Promise<void>;
}

/** Files whose names change with their content; a host must be asked for all others each time. */
const HASHED = /^\/(assets|images|originals|data\/[a-z]+)\//;

/** Names under which this computer reaches itself; others come from pages that try to look in from outside. */
const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Serves a site on localhost with the headers that a web host should send.
 * @param port 0 takes any free one
 * @throws AkinError `NO_GALLERY` without a site, `FAILED` if the port is taken
 */
export async function serveSite(site: string, port: number): Promise<SiteServer> {
  if (!existsSync(join(site, "index.html"))) {
    throw new AkinError("NO_GALLERY", `there is no site in ${site}; run akin build first`);
  }
  const handler = sirv(site, { dev: true, etag: true, dotfiles: false, setHeaders });
  const server = createServer((request, response) => {
    if (isRefused(request, response)) return;
    handler(request, response, () => {
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
    });
  });
  await listen(server, port);
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function setHeaders(response: ServerResponse, pathname: string): void {
  const isHashed = HASHED.test(pathname);
  response.setHeader(
    "cache-control",
    isHashed ? "public, max-age=31536000, immutable" : "no-cache",
  );
  response.setHeader("x-content-type-options", "nosniff");
  if (pathname.startsWith("/data/") && isHashed) {
    response.setHeader("content-type", "application/octet-stream");
  }
}

function isRefused(request: IncomingMessage, response: ServerResponse): boolean {
  if (!LOCAL_HOST.test(request.headers.host ?? "")) {
    response.writeHead(403, { "content-type": "text/plain" }).end("Only for this computer");
    return true;
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    response
      .writeHead(405, { allow: "GET, HEAD", "content-type": "text/plain" })
      .end("Only GET and HEAD");
    return true;
  }
  return false;
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const taken = errorCode(error) === "EADDRINUSE";
      const message = taken
        ? `port ${port} is taken; choose another with --port`
        : `can't serve on port ${port}: ${describeError(error)}`;
      reject(new AkinError("FAILED", message, { cause: error }));
    });
    server.listen(port, "localhost", resolve);
  });
}
