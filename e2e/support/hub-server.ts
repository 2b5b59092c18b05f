import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type HubFaults, NO_FAULTS, sendFile } from "./hub-faults.js";

/** A repository as the hub has it. */
export interface HubRepository {
  /** Commit of `main`, 40 hexadecimal digits. */
  commit: string;
  /** By path. What lies in `onnx/` is in LFS, and comes from another host, as the hub's large files do. */
  files: Record<string, Uint8Array>;
  /** The token that opens it; all may read it if not given. */
  token?: string;
}

/** A request that was answered. */
export interface HubRequest {
  method: string;
  path: string;
  /** The host that large files come from. */
  isStorage: boolean;
  range: string | undefined;
  authorization: string | undefined;
}

/** A server on this computer that answers as the Hugging Face hub does. */
export interface HubServer {
  /** For `HF_ENDPOINT`. */
  url: string;
  requests: HubRequest[];
  /** From now on the hub misbehaves like this; without an argument it is well again. */
  misbehave(faults?: Partial<HubFaults>): void;
  close(): Promise<void>;
}

/** @param repositories by name, `owner/name` */
export async function startHubServer(
  repositories: Record<string, HubRepository>,
): Promise<HubServer> {
  const requests: HubRequest[] = [];
  const state = { faults: NO_FAULTS, storageUrl: "" };
  const blobs = new Map<string, Uint8Array>();
  for (const { files } of Object.values(repositories)) {
    for (const bytes of Object.values(files)) blobs.set(sha256(bytes), bytes);
  }
  const record = (request: IncomingMessage, isStorage: boolean) => {
    const { method = "", url: path = "", headers } = request;
    const { range, authorization } = headers;
    requests.push({ method, path, isStorage, range, authorization });
  };
  const storage = await listen((request, response) => {
    record(request, true);
    const bytes = blobs.get(String(request.url).slice(1));
    if (!bytes) return response.writeHead(404).end();
    return sendFile(request, response, bytes, state.faults);
  });
  state.storageUrl = urlOf(storage);
  const hub = await listen((request, response) => {
    record(request, false);
    const { status } = state.faults;
    if (status) return sendError(response, status, "InternalError", "Something is wrong");
    return answer(request, response, repositories, state).catch((error) => response.destroy(error));
  });
  return {
    url: urlOf(hub),
    requests,
    misbehave: (faults = {}) => {
      state.faults = { ...NO_FAULTS, ...faults };
    },
    close: async () => {
      for (const server of [hub, storage]) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  repositories: Record<string, HubRepository>,
  { faults, storageUrl }: { faults: HubFaults; storageUrl: string },
): Promise<unknown> {
  const { pathname } = new URL(request.url ?? "/", "http://hub");
  const route =
    /^(?:\/api\/models)?\/([^/]+\/[^/]+)\/(revision|paths-info|resolve)\/([^/]+)\/?(.*)$/;
  const [, name = "", what, revision = "", path = ""] = route.exec(pathname) ?? [];
  const repository = repositories[name];
  const authorization = request.headers.authorization;
  if (!repository) {
    // The hub does not tell strangers which private repositories there are.
    if (!authorization)
      return sendError(response, 401, "RepoNotFound", "Invalid username or password.");
    return sendError(response, 404, "RepoNotFound", "Repository not found");
  }
  if (repository.token && authorization !== `Bearer ${repository.token}`) {
    return sendError(response, 403, "GatedRepo", `Access to model ${name} is restricted`);
  }
  const { commit, files } = repository;
  if (!["HEAD", "main", commit].includes(decodeURIComponent(revision))) {
    return sendError(response, 404, "RevisionNotFound", `Invalid rev id: ${revision}`);
  }
  if (what === "revision") {
    const siblings = Object.keys(files).map((rfilename) => ({ rfilename }));
    return sendJson(response, { _id: "1", id: name, modelId: name, sha: commit, siblings });
  }
  if (what === "paths-info") {
    const { paths } = JSON.parse(await bodyOf(request)) as { paths: string[] };
    return sendJson(
      response,
      paths.flatMap((one) => pathInfo(one, files[one], faults)),
    );
  }
  const bytes = files[path];
  if (!bytes) return sendError(response, 404, "EntryNotFound", "Entry not found");
  response.setHeader("x-repo-commit", commit);
  if (!isLarge(path)) {
    response.setHeader("etag", `"${gitSha1(bytes)}"`);
    return sendFile(request, response, bytes, NO_FAULTS);
  }
  const location = `${storageUrl}/${sha256(bytes)}`;
  const linked = { "x-linked-size": bytes.length, "x-linked-etag": `"${sha256(bytes)}"` };
  if (isInXet(path) && request.headers.accept?.includes(XET_INFO)) {
    const link = (rel: string) => `<${storageUrl}/${rel}>; rel="${rel}"`;
    const links = [link("xet-auth"), link("xet-reconstruction-info")].join(", ");
    const xet = { "content-type": XET_INFO, "x-xet-hash": sha256(bytes), link: links };
    return response.writeHead(200, { ...linked, ...xet }).end("{}");
  }
  return response.writeHead(302, { ...linked, location }).end();
}

const XET_INFO = "application/vnd.xet-fileinfo+json";

/** The hub's newer storage, which it offers to those who ask; these files are also there for those who don't. */
function isInXet(path: string): boolean {
  return path.endsWith("_quantized.onnx");
}

function isLarge(path: string): boolean {
  return path.startsWith("onnx/");
}

function pathInfo(path: string, bytes: Uint8Array | undefined, { claimedBytes }: HubFaults) {
  if (!bytes) return [];
  const size = claimedBytes ?? bytes.length;
  const info = { type: "file", path, size, oid: gitSha1(bytes) };
  return isLarge(path)
    ? [{ ...info, lfs: { oid: sha256(bytes), size, pointerSize: 134 } }]
    : [info];
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.setHeader("content-type", "application/json; charset=utf-8");
  response.end(JSON.stringify(value));
}

function sendError(response: ServerResponse, status: number, code: string, error: string): void {
  response.statusCode = status;
  response.setHeader("x-error-code", code);
  response.setHeader("x-error-message", error);
  sendJson(response, { error });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function listen(
  handler: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<Server> {
  const server = createServer(handler);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function gitSha1(bytes: Uint8Array): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
