import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { folderSize } from "../src/folder-size.js";
import { checkSite } from "../src/site/check-site.js";
import { HOST_LIMITS, hostFit, hostLine } from "../src/site/hosts/host-limits.js";
import { headersOf } from "../src/site/hosts/host-rules.js";
import { quietEffects, readFiles, SiteAlbum } from "./site-album.js";

const HOSTING = readFileSync(new URL("../../../docs/hosting.md", import.meta.url), "utf8");

let album: SiteAlbum;

beforeEach(() => {
  album = new SiteAlbum();
});

afterEach(() => album.dispose());

/** Headers by lower-case name. */
type Sent = Record<string, string>;

/** What Netlify and Cloudflare Pages send: all rules that match; here no header may come twice. */
function byHeadersFile(text: string, path: string): Sent {
  const sent: Sent = {};
  const blocks = text.replace(/^#.*\n/, "").matchAll(/^(\/\S*)\n((?: {2}.*\n)+)/gm);
  for (const [, pattern = "", lines = ""] of blocks) {
    const matches = pattern.endsWith("*")
      ? path.startsWith(pattern.slice(0, -1))
      : path === pattern;
    if (!matches) continue;
    for (const line of lines.trim().split("\n")) {
      const [name = "", value = ""] = line.trim().split(/: (.*)/s, 2);
      expect(sent).not.toHaveProperty([name.toLowerCase()]);
      sent[name.toLowerCase()] = value;
    }
  }
  return sent;
}

function byVercelJson(text: string, path: string): Sent {
  const { headers }: { headers: { source: string; headers: { key: string; value: string }[] }[] } =
    JSON.parse(text);
  const matching = headers.filter(({ source }) => {
    return new RegExp(
      `^${source.replace(":akin", "").replaceAll(".", "\\.").replaceAll("\\.*", ".*")}$`,
    ).test(path);
  });
  const all = matching.flatMap((rule) => rule.headers);
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  return Object.fromEntries(all.map(({ key, value }) => [key.toLowerCase(), value]));
}

function expected(path: string, cors: string | undefined): Sent {
  const headers = headersOf(path, { cors, noindex: false });
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

describe("files for hosts", () => {
  test.each([undefined, "*", "https://example.org"])(
    "say the same of every file (cors: %s)",
    async (cors) => {
      await album.add("a/1.jpg");
      await album.add("b/2.jpg");
      const url = "https://example.org/photos/";
      const presentation = { ...album.input().presentation, url, sharePages: true };
      await album.write({ presentation, originals: "copy", cors });
      const paths = [...readFiles(album.site).keys()].filter(
        (path) => path !== ".nojekyll" && path !== "404.html",
      );
      const text = (name: string) => readFileSync(join(album.site, name), "utf8");
      for (const path of paths) {
        const wanted = expected(path, cors);
        // Hosts have browsers ask each time unless told otherwise: only a few files need to be named for it.
        const others = { ...wanted };
        if (others["cache-control"] === "no-cache") delete others["cache-control"];
        expect(byVercelJson(text("vercel.json"), `/${path}`)).toEqual(others);
        const hostsOwn = path === "_headers" || path === "vercel.json"; // written last
        expect(byHeadersFile(text("_headers"), `/${path}`)).toEqual(hostsOwn ? others : wanted);
      }
      expect(byHeadersFile(text("_headers"), "/")).toEqual(expected("index.html", undefined));
      expect(await checkSite(album.site)).toEqual([]);
    },
  );

  test("an owner's own stay, and are said to; ours are replaced", async () => {
    await album.add("a.jpg");
    await album.write();
    writeFileSync(join(album.site, "_headers"), "/*\n  X-Mine: yes\n");
    const lines: string[] = [];
    const effects = { ...quietEffects(), info: (line: string) => lines.push(line) };
    await album.write({ cors: "*" }, effects);
    expect(readFileSync(join(album.site, "_headers"), "utf8")).toContain("X-Mine");
    expect(readFileSync(join(album.site, "vercel.json"), "utf8")).toContain("Allow-Origin");
    expect(lines.filter((line) => line.includes("your own"))).toHaveLength(1);
    expect(await checkSite(album.site)).toEqual([]);
  });

  test("are missed by a check", async () => {
    await album.add("a.jpg");
    await album.write();
    writeFileSync(join(album.site, "_headers"), "");
    expect(await checkSite(album.site)).toEqual(["_headers is empty"]);
  });
});

describe("what free hosts allow", () => {
  const small = { files: 3000, bytes: 5e8, largestFile: 5e5, filesInFolder: 1000 };

  test("a small site fits on all but one that takes known extensions only", () => {
    const names = HOST_LIMITS.map(({ name }) => name).filter((name) => name !== "Neocities");
    expect(hostFit(small)).toMatchObject({ fits: names, unknownTypes: ["Neocities"] });
  });

  test("a large one is told what is in the way", () => {
    const large = { files: 250_000, bytes: 3e9, largestFile: 3e7, filesInFolder: 60_000 };
    expect(hostFit(large)).toEqual({
      fits: ["Vercel", "Firebase", "Surge"],
      tooManyFiles: ["GitLab Pages", "Cloudflare Pages", "Netlify"],
      tooLarge: ["GitHub Pages"],
      fileTooLarge: [],
      unknownTypes: ["Neocities"],
    });
    expect(hostFit({ ...small, largestFile: 3e7 }).fileTooLarge).toEqual(["Cloudflare Pages"]);
    expect(hostLine(hostFit(large))).toContain("too many files for: GitLab Pages, Cloudflare");
  });

  test("is measured of the folder", async () => {
    await album.add("a.jpg");
    await album.write();
    const files = readFiles(album.site);
    const sizes = [...files.values()].map(({ length }) => length);
    expect(folderSize(album.site)).toMatchObject({
      files: files.size,
      bytes: sizes.reduce((sum, size) => sum + size, 0),
      largestFile: Math.max(...sizes),
    });
  });

  test("stands in docs/hosting.md", () => {
    for (const { name, files, bytes, fileBytes } of HOST_LIMITS) {
      const [, ...cells] = HOSTING.split(`\n| ${name} |`)[1]?.split("\n")[0]?.split("|") ?? [];
      const row = HOSTING.split(`\n| ${name} |`)[1]?.split("\n")[0] ?? "";
      expect(cells.length, name).toBeGreaterThan(2);
      for (const words of [files?.toLocaleString("en"), bytes && `${bytes / 1e9} GB`]) {
        if (words) expect(row, name).toContain(words);
      }
      if (fileBytes) expect(row).toMatch(/ (100 MiB|25 MiB|2 GB) /);
    }
  });
});

test("the folders in the snippets of docs/hosting.md are those whose files' names are hashes", () => {
  const patterns = [...HOSTING.matchAll(/\^\/\((assets\|[^)]*)\)\//g)].map(
    ([, folders]) => folders,
  );
  expect(patterns.length).toBeGreaterThanOrEqual(4);
  for (const folders of patterns) {
    const hashed = new RegExp(`^/(${folders})/`);
    for (const path of ["assets/x.js", "images/ab/x.jpg", "originals/x", "data/map/x"]) {
      expect(hashed.test(`/${path}`)).toBe(true);
      expect(expected(path, undefined)["cache-control"]).toContain("immutable");
    }
    for (const path of ["index.html", "data/manifest.json", "photo/1.html", "sw.js"]) {
      expect(hashed.test(`/${path}`)).toBe(false);
      expect(expected(path, undefined)["cache-control"]).toBe("no-cache");
    }
  }
});
