import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that answers as the Hugging Face hub does, for one repository. */
export interface TestHub {
  url: string;
  /** Every request, as `METHOD /path`. */
  requests: string[];
  close(): void;
}

/** @param files by path in the repository */
export async function startHub(
  repository: string,
  commit: string,
  files: Record<string, Uint8Array>,
): Promise<TestHub> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://hub");
    requests.push(`${request.method} ${pathname}`);
    const json = (value: unknown) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(value));
    };
    if (pathname.startsWith(`/api/models/${repository}/revision/`)) {
      const siblings = Object.keys(files).map((rfilename) => ({ rfilename }));
      return json({ _id: "1", id: repository, modelId: repository, sha: commit, siblings });
    }
    if (pathname === `/api/models/${repository}/paths-info/${commit}`) {
      return collect(request).then((body) => {
        const { paths } = JSON.parse(body) as { paths: string[] };
        json(paths.flatMap((path) => (files[path] ? [pathInfo(path, files[path], commit)] : [])));
      });
    }
    const prefix = `/${repository}/resolve/${commit}/`;
    const bytes = pathname.startsWith(prefix) ? files[pathname.slice(prefix.length)] : undefined;
    if (!bytes) return response.writeHead(404).end();
    response.setHeader("etag", `"${sha256(bytes)}"`);
    if (request.headers.range !== "bytes=0-0") return response.end(bytes);
    response.writeHead(206, { "content-range": `bytes 0-0/${bytes.length}` });
    return response.end(bytes.subarray(0, 1));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, requests, close: () => server.close() };
}

function pathInfo(path: string, bytes: Uint8Array, commit: string) {
  const lastCommit = { id: commit, title: "", date: "2024-01-01T00:00:00Z" };
  const oid = createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
  return { path, type: "file", size: bytes.length, oid, lastCommit };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function collect(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
