import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawAlbum, SMALL_ALBUM } from "./support/draw-album.js";
import { buildJson } from "./support/run-akin.js";
import { type Served, serveGallery } from "./support/serve-gallery.js";

const SECRET = "what lies outside of the site";

let folder: string;
let served: Served;
let site: string;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "akin-serve-"));
  await drawAlbum(join(folder, "album"), SMALL_ALBUM.slice(0, 6));
  const gallery = join(folder, "gallery");
  await buildJson(join(folder, "album"), gallery, "--cors", "*");
  site = join(gallery, "site");
  writeFileSync(join(gallery, "secret.txt"), SECRET);
  writeFileSync(join(site, ".hidden.txt"), SECRET);
  symlinkSync(join(gallery, "secret.txt"), join(site, "link.txt"));
  symlinkSync(gallery, join(site, "out"));
  symlinkSync("index.html", join(site, "inner.html"));
  for (const name of ["a.webp", "a.avif", "a.wasm", "a.webmanifest", "a b.txt", "50%.txt"]) {
    writeFileSync(join(site, name), "0123456789");
  }
  mkdirSync(join(site, "folder"));
  served = await serveGallery(gallery, ["--cors", "*"]);
  port = Number(new URL(served.url).port);
});

afterAll(async () => {
  await served?.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Sends bytes as they are: fetch and node:http would mend what is tested here. */
function send(request: string, host = "127.0.0.1"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host);
    const chunks: Buffer[] = [];
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.once("error", reject);
    socket.once("close", () => {
      const [head = "", ...rest] = Buffer.concat(chunks).toString("latin1").split("\r\n\r\n");
      const [first = "", ...lines] = head.split("\r\n");
      const headers = lines.map((line) => line.split(/: (.*)/s));
      resolve({
        status: Number(first.split(" ")[1]),
        headers: Object.fromEntries(
          headers.map(([name = "", value = ""]) => [name.toLowerCase(), value]),
        ),
        body: rest.join("\r\n\r\n"),
      });
    });
    socket.write(Buffer.from(request, "latin1"));
  });
}

function get(address: string, lines: string[] = [], method = "GET"): Promise<Answer> {
  const head = [`${method} ${address} HTTP/1.1`, `Host: localhost:${port}`, "Connection: close"];
  return send(`${[...head, ...lines].join("\r\n")}\r\n\r\n`);
}

function someFile(folder: string): string {
  return `/${folder}/${readdirSync(join(site, folder))[0]}`;
}

test("it answers at this computer's own addresses, and at no other", async () => {
  const request = `GET / HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`;
  expect((await send(request, "127.0.0.1")).status).toBe(200);
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  if (addresses.some(({ address }) => address === "::1")) {
    expect((await send(request, "::1")).status).toBe(200);
  }
  for (const { address } of addresses.filter((each) => !each.internal && !each.scopeid)) {
    await expect(send(request, address)).rejects.toThrow("ECONNREFUSED");
  }
});

const OUTSIDE = [
  "/../secret.txt",
  "/folder/../../secret.txt",
  "/%2e%2e/secret.txt",
  "/%2E%2E%2Fsecret.txt",
  "/..%2fsecret.txt",
  "/%252e%252e/secret.txt",
  "/%252e%252e%252fsecret.txt",
  "/..\\secret.txt",
  "/..%5csecret.txt",
  "/%2e%2e%5csecret.txt",
  "/%c0%ae%c0%ae/secret.txt",
  "/%e0%80%ae%e0%80%ae/secret.txt",
  "/..%c0%afsecret.txt",
  "/%uff0e%uff0e/secret.txt",
  "/.%00./secret.txt",
  "/index.html%00.txt",
  "/....//secret.txt",
  "//../secret.txt",
  "/out/secret.txt",
  "/link.txt",
  "/.hidden.txt",
  "/folder/%2e%2e/.hidden.txt",
  "/.nojekyll",
  "http://localhost/../secret.txt",
  "http://example.org/",
  "file:///etc/passwd",
  "../secret.txt",
  "*",
  "/%",
  "/%ff",
  "/\xff\xfe",
  `/${"a/".repeat(3000)}`,
  `/${"a".repeat(3000)}`,
];

test("nothing outside of the site is sent, however it is asked for", async () => {
  for (const address of OUTSIDE) {
    const { status, body } = await get(address);
    expect([400, 404], address).toContain(status);
    expect(body, address).not.toContain(SECRET);
  }
});

test("links within the site, spaces and percent signs are files like all others", async () => {
  expect((await get("/inner.html")).body).toBe(readFileSync(join(site, "index.html"), "latin1"));
  expect((await get("/a%20b.txt")).body).toBe("0123456789");
  expect((await get("/50%25.txt?query=%2e%2e#part")).body).toBe("0123456789");
  expect((await get("/folder/")).status).toBe(404);
});

test("pages of other names can't look in", async () => {
  const hosts = ["example.org", `example.org:${port}`, "localhost.example.org", "127.0.0.1.nip.io"];
  for (const host of [...hosts, `[::1].example.org`, "", "localhost:80:80", "localhost@evil"]) {
    const answer = await send(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect([400, 403]).toContain(answer.status);
    expect(answer.body).not.toContain("<html");
  }
  expect((await send("GET / HTTP/1.0\r\n\r\n")).status).toBe(403);
  for (const host of ["localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:80"]) {
    const answer = await send(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(answer.status).toBe(200);
  }
});

test("only GET and HEAD", async () => {
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND"]) {
    const { status, headers } = await get("/index.html", [], method);
    expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
  }
  expect((await get("/index.html", [], "CONNECT")).status || 405).not.toBe(200);
  const { status, headers, body } = await get("/index.html", [], "HEAD");
  expect([status, body]).toEqual([200, ""]);
  expect(Number(headers["content-length"])).toBeGreaterThan(100);
});

test("types, and headers for security", async () => {
  const asset = (extension: string) =>
    `/assets/${readdirSync(join(site, "assets")).find((name) => name.endsWith(extension))}`;
  const types: [string, string][] = [
    ["/", "text/html; charset=utf-8"],
    ["/sw.js", "text/javascript; charset=utf-8"],
    [asset(".css"), "text/css; charset=utf-8"],
    ["/a.wasm", "application/wasm"],
    [asset(".png"), "image/png"],
    ["/favicon.svg", "image/svg+xml"],
    ["/manifest.webmanifest", "application/manifest+json; charset=utf-8"],
    ["/a.webp", "image/webp"],
    ["/a.avif", "image/avif"],
    ["/data/manifest.json", "application/json; charset=utf-8"],
    [someFile("data/grid"), "application/octet-stream"],
  ];
  for (const [address, type] of types) {
    const { headers } = await get(address);
    expect([address, headers["content-type"]]).toEqual([address, type]);
    expect(headers).toMatchObject({
      "content-security-policy": "frame-ancestors 'self'",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
  }
});

test("what has a name of its content is kept, all else is asked for each time", async () => {
  const kept = [
    someFile("data/cards"),
    someFile("assets"),
    someFile(`images/${readdirSync(join(site, "images"))[0]}`),
  ];
  for (const address of kept) {
    const { headers } = await get(address);
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  }
  for (const address of ["/", "/index.html", "/data/manifest.json", "/sw.js", "/favicon.svg"]) {
    expect((await get(address)).headers["cache-control"]).toBe("no-cache");
  }
});

test("a file that has not changed is not sent again", async () => {
  const { etag = "", "last-modified": modified = "" } = (await get("/index.html")).headers;
  for (const line of [`If-None-Match: ${etag}`, `If-Modified-Since: ${modified}`]) {
    const { status, body, headers } = await get("/index.html", [line]);
    expect([status, body, headers.etag]).toEqual([304, "", etag]);
  }
  expect((await get("/index.html", ['If-None-Match: "other"'])).status).toBe(200);
});

test("single ranges", async () => {
  const ranges: [string, string, string][] = [
    ["bytes=0-0", "0", "bytes 0-0/10"],
    ["bytes=2-5", "2345", "bytes 2-5/10"],
    ["bytes=7-", "789", "bytes 7-9/10"],
    ["bytes=-3", "789", "bytes 7-9/10"],
    ["bytes=5-999", "56789", "bytes 5-9/10"],
  ];
  for (const [range, content, answered] of ranges) {
    const { status, body, headers } = await get("/a.webp", [`Range: ${range}`]);
    expect([status, body, headers["content-range"]]).toEqual([206, content, answered]);
  }
  const beyond = await get("/a.webp", ["Range: bytes=10-"]);
  expect([beyond.status, beyond.headers["content-range"]]).toEqual([416, "bytes */10"]);
  expect((await get("/a.webp", ["Range: bytes=x-y"])).body).toBe("0123456789");
  const stale = await get("/a.webp", ["Range: bytes=0-1", 'If-Range: "other"']);
  expect([stale.status, stale.body]).toEqual([200, "0123456789"]);
});

test("other sites read the data only where the owner lets them", async () => {
  const origin = "access-control-allow-origin";
  for (const address of ["/data/manifest.json", someFile("data/vectors")]) {
    expect((await get(address)).headers[origin]).toBe("*");
  }
  expect((await get("/index.html")).headers[origin]).toBeUndefined();
});
