/// <reference lib="dom" />
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { photoId } from "akin-browser/format";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { accessibilityProblems } from "./support/accessibility-problems.js";
import { drawAlbum, SMALL_ALBUM } from "./support/draw-album.js";
import { photoView, showsPhoto } from "./support/gallery-page.js";
import { buildJson } from "./support/run-akin.js";
import { VisitedGallery } from "./support/visited-gallery.js";

const xmp = (rating: number, creator: string) => `<x:xmpmeta xmlns:x="adobe:ns:meta/">
  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmp:Rating="${rating}">
  <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2024 Ann Example</rdf:li></rdf:Alt></dc:rights>
  <dc:creator><rdf:Seq><rdf:li>${creator}</rdf:li></rdf:Seq></dc:creator>
  <Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Bert</rdf:li><rdf:li>Carl</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>
  </rdf:Description></rdf:RDF></x:xmpmeta>`;

const visited = new VisitedGallery(async ({ album, gallery }) => {
  await drawAlbum(album, SMALL_ALBUM.slice(0, 3));
  writeFileSync(join(album, "sea/sea-0.xmp"), xmp(4, "Dora"));
  writeFileSync(join(album, "sea/sea-1.xmp"), xmp(-1, "Ann Example"));
  await buildJson(album, gallery, "--publish", "people", "--publish", "creator");
});

/** What the details say: the facts by their labels. */
async function factsOf(page: Page, path: string): Promise<Record<string, string>> {
  await page.locator(`[data-tile="${photoId(path)}"]`).click();
  await showsPhoto(page, path.slice(path.indexOf("/") + 1));
  const facts = photoView(page).locator("dl > div");
  await facts.first().waitFor();
  const told = await facts.evaluateAll((all) =>
    all.map((fact) => [
      fact.querySelector("dt")?.textContent ?? "",
      fact.querySelector("dd")?.textContent ?? "",
    ]),
  );
  return Object.fromEntries(told);
}

test("the details tell stars in words, people, whose the photo is, and who took it where that is another", async () => {
  const { page } = await visited.visit();
  expect(await factsOf(page, "sea/sea-0.jpg")).toMatchObject({
    Rating: "★★★★☆4 of 5 stars",
    People: "Bert, Carl",
    Copyright: "© 2024 Ann ExamplePhoto: Dora",
  });
  expect(await accessibilityProblems(page)).toEqual([]);
});

test("a rejected photo is told as such, and nothing is said that nobody knows", async () => {
  const { page } = await visited.visit();
  expect(await factsOf(page, "sea/sea-1.jpg")).toMatchObject({
    Rating: "Rejected",
    Copyright: "© 2024 Ann Example",
  });
  const other = await visited.visit();
  const facts = Object.keys(await factsOf(other.page, "sea/sea-2.jpg"));
  expect(facts).toEqual(expect.arrayContaining(["Date", "Camera", "File"]));
  expect(facts).not.toEqual(expect.arrayContaining(["Rating"]));
  expect(facts).not.toEqual(expect.arrayContaining(["Copyright"]));
});
