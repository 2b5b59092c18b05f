/// <reference lib="dom" />
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { expect, test } from "vitest";
import { drawAlbum, drawPhoto, SMALL_ALBUM } from "./support/draw-album.js";
import { photoView, similar, tiles } from "./support/gallery-page.js";
import { runAkin } from "./support/run-akin.js";
import { VisitedGallery } from "./support/visited-gallery.js";

// Texts that would do something if any part of the page took them for HTML, for an attribute's end, or for a script.
const ELEMENT = `</title><img src=//evil.invalid/x onerror="window.harmed=1">`;
const SCRIPT = `"><script>window.harmed=2</script><svg onload=window.harmed=3>`;
const EXPRESSION = `{{window.harmed=4}}$\{window.harmed=5}'-window.harmed-'`;
const ADDRESS = "javascript:window.harmed=6";
const FILE = `'"><img src=x onerror=harmed=7>&amp;#.jpg`;

const visited = new VisitedGallery(async ({ album, gallery }) => {
  await drawAlbum(album, SMALL_ALBUM);
  const drawn = await drawPhoto({ kind: "sea", variant: 3, takenAt: "2026:01:15 10:00:00" });
  const hostile = await sharp(drawn)
    .withExif({
      IFD0: { Make: SCRIPT, Model: ADDRESS, Copyright: ADDRESS },
      IFD2: { DateTimeOriginal: "2026:01:15 10:00:00", LensModel: ELEMENT },
    })
    .withXmp(hostileXmp())
    .jpeg()
    .toBuffer();
  writeFileSync(join(album, FILE), hostile);
  const config = {
    title: ELEMENT,
    description: SCRIPT,
    links: [{ label: ELEMENT, url: `https://example.org/"onclick="window.harmed=8` }],
    licence: { name: SCRIPT, url: null },
    url: "https://example.org/photos/",
  };
  writeFileSync(join(album, "gallery.config.json"), JSON.stringify(config));
  const run = await runAkin(["build", album, "--out", gallery, "--model", "builtin"]);
  expect(run).toMatchObject({ exitCode: 0 });
});

function hostileXmp(): string {
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const alternative = (name: string, text: string) =>
    `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt></dc:${name}>`;
  const tags = [ELEMENT, EXPRESSION, ADDRESS].map((tag) => `<rdf:li>${escaped(tag)}</rdf:li>`);
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
      xmpRights:WebStatement="${ADDRESS}">
    <dc:subject><rdf:Bag>${tags.join("")}</rdf:Bag></dc:subject>
    ${alternative("title", ELEMENT)}${alternative("description", SCRIPT)}${alternative("rights", ADDRESS)}
    </rdf:Description></rdf:RDF></x:xmpmeta>`;
}

/** Opens an address, does something there, and expects that no text has done anything. */
async function unharmed(path: string, act: (page: Page) => Promise<void>): Promise<void> {
  const { page, problems, requested } = await visited.visit(path);
  await act(page);
  expect(await page.evaluate(() => "harmed" in window)).toBe(false);
  const places = await page.evaluate(() =>
    [...document.links].map(({ protocol }) => protocol).filter((each) => !/^https?:$/.test(each)),
  );
  expect(places).toEqual([]);
  // Policies refuse with a message in the console: nothing may even have been tried.
  expect(problems).toEqual([]);
  expect(
    requested.filter((url) => !url.startsWith(visited.url) && !url.startsWith("data:")),
  ).toEqual([]);
}

test("the grid, the photo and what is told of it", { timeout: 60_000 }, () =>
  unharmed("", async (page) => {
    await tiles(page).first().waitFor();
    expect(await page.title()).toContain(ELEMENT);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(ELEMENT);
    const tile = tiles(page).first();
    expect(await tile.getByRole("img").getAttribute("alt")).toBe(ELEMENT);
    await tile.click();
    await similar(page).first().waitFor();
    for (const text of [ELEMENT, SCRIPT, EXPRESSION, ADDRESS, FILE]) {
      await photoView(page).getByText(text).first().waitFor();
    }
  }),
);

test("a photo that is found by its hostile words", { timeout: 60_000 }, () =>
  unharmed(`?q=${encodeURIComponent("harmed")}`, async (page) => {
    await page.getByRole("img", { name: ELEMENT }).first().waitFor();
  }),
);

test("a hostile address", { timeout: 60_000 }, () =>
  unharmed(`?tag=${encodeURIComponent(SCRIPT)}&q=${encodeURIComponent(ELEMENT)}`, async (page) => {
    await page.getByRole("main").waitFor();
  }),
);

test("the words of the owner", { timeout: 60_000 }, () =>
  unharmed("", async (page) => {
    await page.getByRole("button", { name: "About this gallery" }).click();
    const dialog = page.getByRole("dialog", { name: ELEMENT });
    await dialog.getByText(SCRIPT).first().waitFor();
    const link = dialog.getByRole("link", { name: ELEMENT });
    expect(await link.getAttribute("href")).toContain("https://example.org/");
    expect(await link.getAttribute("rel")).toBe("noopener");
  }),
);

test("the page of a photo, which has no script at all", { timeout: 60_000 }, async () => {
  const pages = readdirSync(join(visited.site, "photo"));
  const hostile = pages.find((name) => {
    return readFileSync(join(visited.site, "photo", name), "utf8").includes("<h1>&lt;/title&gt;");
  });
  await unharmed(`photo/${hostile}`, async (page) => {
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(ELEMENT);
    await page.getByText(SCRIPT).first().waitFor();
    expect(await page.locator("script").count()).toBe(0);
    await page.getByRole("link", { name: "Open in the gallery" }).click();
    await photoView(page).getByText(FILE).first().waitFor();
  });
});

test("addresses of the configuration that run scripts are refused", async () => {
  const config = { links: [{ label: "x", url: " JavaScript:alert(1)" }] };
  const album = join(visited.folder, "refused");
  mkdirSync(album);
  writeFileSync(join(album, "gallery.config.json"), JSON.stringify(config));
  const run = await runAkin(["build", album, "--out", join(visited.folder, "none")]);
  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain('"links" takes a list such as');
});
