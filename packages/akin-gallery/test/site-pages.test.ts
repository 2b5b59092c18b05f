import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Presentation, photoId, sharePagePath } from "akin-browser/format";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_OPTIONS } from "../src/options.js";
import { checkSite } from "../src/site/check-site.js";
import { presentationOf } from "../src/site/presentation.js";
import { siteIsCurrent } from "../src/site/site-record.js";
import { readFiles, SiteAlbum } from "./site-album.js";

const HOSTILE = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&lt;`;

let album: SiteAlbum;

beforeEach(() => {
  album = new SiteAlbum();
});

afterEach(() => album.dispose());

const presentation = (options: Partial<typeof DEFAULT_OPTIONS>): Presentation =>
  presentationOf({ ...DEFAULT_OPTIONS, ...options });

const SHARED = presentation({ url: "https://example.org/photos/" });

const file = (path: string) => readFileSync(join(album.site, path), "utf8");
const sharePath = (path: string) => sharePagePath(photoId(path));
const filesOf = () => [...readFiles(album.site).keys()];

describe("index.html", () => {
  test("tells previews and search engines of the gallery, its image by its full address", async () => {
    await album.add("tall.jpg", { taken_at: "2024-05-01T00:00:00", width: 600, height: 900 });
    await album.add("wide.jpg", { taken_at: "2023-05-01T00:00:00", title: "Wide" });
    await album.write({
      presentation: presentation({ description: "A & B", url: "https://example.org/photos/" }),
    });
    const page = file("index.html");
    const image = /property="og:image" content="https:\/\/example.org\/photos\/([^"]+)"/.exec(page);
    const { width, height } = await sharp(join(album.site, image?.[1] ?? "")).metadata();
    for (const tag of [
      "<title>Holidays</title>",
      '<meta name="description" content="A &amp; B" />',
      '<meta property="og:title" content="Holidays" />',
      '<meta property="og:url" content="https://example.org/photos/" />',
      '<meta property="og:image:alt" content="Wide" />',
      `<meta property="og:image:width" content="${width}" />`,
      `<meta property="og:image:height" content="${height}" />`,
      '<meta name="twitter:card" content="summary_large_image" />',
    ]) {
      expect(page).toContain(tag);
    }
    expect(page).not.toContain("noindex");
    expect(page).toContain('src="./assets/index-AbCd1234.js"');
  });

  test("asks search engines to stay away where the owner wants it, as do the photos' pages", async () => {
    await album.add("a.jpg");
    await album.write({ presentation: { ...SHARED, noindex: true } });
    for (const path of ["index.html", sharePath("a.jpg")]) {
      expect(file(path)).toContain('<meta name="robots" content="noindex" />');
    }
    expect(await checkSite(album.site)).toEqual([]);
  });

  test("holds texts as texts", async () => {
    await album.add("a.jpg", { title: HOSTILE });
    await album.write({ title: HOSTILE, presentation: { ...SHARED, description: HOSTILE } });
    expect(file("index.html")).not.toMatch(/<script>|<img/);
    expect(file("index.html")).toContain("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
  });
});

describe("an installable gallery", () => {
  test("has a web manifest with icons of the sizes it says, in the gallery's colour", async () => {
    await album.write({ presentation: presentation({ accent: "#ff0000" }) });
    const { icons, ...manifest } = JSON.parse(file("manifest.webmanifest"));
    expect(manifest).toMatchObject({ name: "Holidays", start_url: "./", display: "standalone" });
    for (const { src, sizes } of icons) {
      const { width, height, format } = await sharp(join(album.site, src)).metadata();
      expect(`${format} ${width}x${height}`).toBe(`png ${sizes}`);
    }
    expect(file("favicon.svg")).not.toContain("#8ab4ff");
    expect(await checkSite(album.site)).toEqual([]);
    const { src } = icons[0];
    rmSync(join(album.site, src));
    expect(await checkSite(album.site)).toEqual([expect.stringContaining(src)]);
  });

  test("is one no more when the owner doesn't want it", async () => {
    await album.write();
    expect(filesOf()).toEqual(expect.arrayContaining(["sw.js", "manifest.webmanifest"]));
    await album.write({ presentation: presentation({ installable: false }) });
    expect(filesOf().join()).not.toMatch(/sw\.js|webmanifest|\.png/);
    expect(file("index.html")).not.toContain('rel="manifest"');
    expect(await checkSite(album.site)).toEqual([]);
  });
});

describe("a photo's own page", () => {
  test("shows it without a script, tells previews of it, and leads to the gallery", async () => {
    await album.add("a.jpg", {
      title: "Low tide",
      description: "At <noon>",
      taken_at: "2024-06-04T10:00:00",
    });
    await album.write({
      presentation: { ...SHARED, licence: { name: "Mine", url: "licence.html" } },
    });
    const id = photoId("a.jpg");
    const page = file(`photo/${id}.html`);
    const image = /property="og:image" content="https:\/\/example.org\/photos\/([^"]+)"/.exec(page);
    expect(existsSync(join(album.site, image?.[1] ?? ""))).toBe(true);
    for (const part of [
      "<title>Low tide</title>",
      `<meta property="og:url" content="https://example.org/photos/photo/${id}.html" />`,
      '<meta property="og:description" content="At &lt;noon&gt;" />',
      '<meta property="og:site_name" content="Holidays" />',
      '<time datetime="2024-06-04T10:00:00">4 June 2024</time>',
      "<p>Rome, Italy</p>",
      `href="../?photo=${id}"`,
      'href="https://example.org/photos/licence.html">Mine</a>',
      "default-src &#39;none&#39;",
    ]) {
      expect(page).toContain(part);
    }
    expect(page).not.toContain("<script");
  });

  test("is there only where the site's address is known", async () => {
    await album.add("a.jpg");
    await album.write();
    expect(filesOf().filter((path) => path.startsWith("photo/"))).toEqual([]);
    await album.write({ presentation: SHARED });
    expect(existsSync(join(album.site, sharePath("a.jpg")))).toBe(true);
    await album.write({ presentation: { ...SHARED, sharePages: false } });
    expect(filesOf().filter((path) => /^photo\/|share-page/.test(path))).toEqual([]);
  });

  test("holds texts as texts, wherever they come from", async () => {
    const odd = `${HOSTILE.replaceAll("/", "")}.jpg`;
    const geocode = JSON.stringify({ city: HOSTILE });
    await album.add("a.jpg", { title: HOSTILE, description: HOSTILE, geocode });
    await album.add(odd, { taken_at: `2024-01-01${HOSTILE}` });
    await album.write({
      title: HOSTILE,
      presentation: { ...SHARED, licence: { name: HOSTILE, url: null } },
    });
    for (const path of ["a.jpg", odd]) {
      const page = file(sharePath(path));
      expect(page.match(/<script|<img/g)).toEqual(["<img"]);
      expect(page).not.toContain("onerror='");
    }
    expect(await checkSite(album.site)).toEqual([]);
  });

  test("is written again only when it changes, and goes with its photo", async () => {
    for (const path of ["a.jpg", "b.jpg"]) await album.add(path);
    await album.write({ presentation: SHARED });
    const stateOf = (path: string) => statSync(join(album.site, sharePath(path))).ino;
    const before = [stateOf("a.jpg"), stateOf("b.jpg")];
    album.database.exec("UPDATE images SET title = 'New' WHERE path = 'b.jpg'");
    await album.write({ presentation: SHARED });
    expect(stateOf("a.jpg")).toBe(before[0]);
    expect(stateOf("b.jpg")).not.toBe(before[1]);
    album.remove("b.jpg");
    writeFileSync(join(album.site, "photo/own.html"), "mine");
    await album.write({ presentation: SHARED });
    expect(filesOf().filter((path) => path.startsWith("photo/"))).toEqual([
      sharePath("a.jpg"),
      "photo/own.html",
    ]);
  });

  test("is compared with its photo by akin check", async () => {
    for (const path of ["a.jpg", "b.jpg"]) await album.add(path);
    await album.write({ presentation: SHARED });
    const path = sharePath("a.jpg");
    writeFileSync(join(album.site, path), file(path).replace("a.jpg", "x.jpg"));
    rmSync(join(album.site, sharePath("b.jpg")));
    expect(await checkSite(album.site)).toEqual(
      [
        `${path} is not the page of its photo`,
        `${sharePath("b.jpg")} can't be read: there is no such file or folder`,
      ].sort(),
    );
    await album.write({ presentation: SHARED });
    expect(await checkSite(album.site)).toEqual([]);
  });
});

test("how a gallery presents itself changes its pages, and none of its data", async () => {
  for (const path of ["a.jpg", "b.jpg"]) await album.add(path);
  await album.write({ presentation: SHARED });
  const data = () => filesOf().filter((path) => /^data\/.*\/|^images/.test(path));
  const before = data();
  const other = { ...SHARED, description: "Other", noindex: true };
  expect(await siteIsCurrent(album.input({ presentation: SHARED }))).toBe(true);
  expect(await siteIsCurrent(album.input({ presentation: other }))).toBe(false);
  await album.write({ presentation: other });
  expect(data()).toEqual(before);
});
