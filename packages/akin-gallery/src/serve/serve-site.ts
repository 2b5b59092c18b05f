import { existsSync, realpathSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join, relative, sep } from "node:path";
import send, { type SendStream } from "send";
import { AkinError } from "../akin-error.js";
import { commonHeaders, type HostOptions, headersOf } from "../site/hosts/host-rules.js";
import { listenLocally } from "./listen-locally.js";
import { siteFile } from "./site-file.js";

export interface SiteServer {
  port: number;
  close(): Promise<void>;
}

/** Names under which this computer reaches itself; others come from pages that try to look in from outside. */
const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Serves a site to this computer alone, with the headers that a web host should send.
 * @param port 0 takes any free one
 * @throws AkinError `NO_GALLERY` without a site, `FAILED` if the port is taken
 */
export async function serveSite(
  site: string,
  port: number,
  { cors, noindex = false }: Partial<HostOptions> = {},
): Promise<SiteServer> {
  if (!existsSync(join(site, "index.html"))) {
    throw new AkinError("NO_GALLERY", `there is no site in ${site}; run akin build first`);
  }
  const options = { cors, noindex };
  // A site that is replaced while it is served is another folder of the same name.
  const root = () => realpathSync(site);
  return listenLocally(port, () => {
    return createServer((request, response) => {
      for (const header of Object.entries(commonHeaders(options))) response.setHeader(...header);
      if (!isRefused(request, response)) answer(request, response, root(), options);
    });
  });
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  options: HostOptions,
): void {
  const file = siteFile(root, request.url ?? "");
  if (typeof file === "number") {
    refuse(response, file, file === 400 ? "Not an address of a file" : "Not found");
    return;
  }
  const path = file.split("/").map(encodeURIComponent).join("/");
  const stream: SendStream = send(request, path, { root, cacheControl: false });
  stream.on("headers", (_response: ServerResponse, full: string) => {
    const sent = relative(root, full).replaceAll(sep, "/");
    for (const header of Object.entries(headersOf(sent, options))) response.setHeader(...header);
  });
  stream.on("error", (error: Error & { status?: number; headers?: Record<string, string> }) => {
    for (const header of Object.entries(error.headers ?? {})) response.setHeader(...header);
    const { status = 500 } = error;
    refuse(response, status, status === 404 ? "Not found" : error.message);
  });
  stream.pipe(response);
}

function isRefused({ headers, method }: IncomingMessage, response: ServerResponse): boolean {
  if (!LOCAL_HOST.test(headers.host ?? "")) {
    refuse(response, 403, "Only for this computer");
    return true;
  }
  if (method === "GET" || method === "HEAD") return false;
  response.setHeader("Allow", "GET, HEAD");
  refuse(response, 405, "Only GET and HEAD");
  return true;
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain" }).end(text);
}
