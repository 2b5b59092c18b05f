/// <reference lib="dom" />
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { drawVariedAlbum } from "./support/draw-varied-album.js";
import { focusedTile, photoView, showsPhoto, tiles } from "./support/gallery-page.js";
import { buildJson, runAkin } from "./support/run-akin.js";
import { PHONE } from "./support/visit.js";
import { VisitedGallery } from "./support/visited-gallery.js";

/** Under load an answer may take longer than `expect.poll` waits. */
const PATIENT = { timeout: 15_000 };

let database: InstanceType<typeof DatabaseSync>;

const visited = new VisitedGallery(async ({ album, gallery }) => {
  await drawVariedAlbum(album);
  await runAkin(["index", album, "--out", gallery]);
  tellPlaces(gallery);
  await buildJson(album, gallery);
  database = new DatabaseSync(join(gallery, "database.db"), { readOnly: true });
});

afterAll(() => database?.close());

/** As a program that knows the names of places writes them. */
function tellPlaces(gallery: string): void {
  const written = new DatabaseSync(join(gallery, "database.db"));
  written.exec(`UPDATE images SET geocode = CASE id % 4
    WHEN 0 THEN '{"country":"Norway","region":"Vestland","city":"Bergen"}'
    WHEN 1 THEN '{"country":"Portugal","region":"Lisboa","city":"Lisbon"}'
    WHEN 2 THEN '{"country":"Portugal","region":"Porto","city":"Porto"}' END`);
  written.close();
}

/** How many photos the album's own database has. */
function counted(condition: string): number {
  const row = database.prepare(`SELECT count(*) AS photos FROM images WHERE ${condition}`).get();
  return Number(row?.photos);
}

const tagged = (tag: string) =>
  `EXISTS (SELECT 1 FROM json_each(tags) AS tag WHERE tag.value = '${tag}')`;
const inYear = (year: string) => `taken_at LIKE '${year}%'`;
const placed = (field: string, value: string) => `geocode ->> '${field}' = '${value}'`;

async function open(query = "", options = {}): Promise<Page> {
  const { page } = await visited.visit(query, options);
  return page;
}

const box = (page: Page) => page.getByRole("combobox", { name: "Search photos" });
const options = (page: Page) => page.getByRole("option");
const chips = (page: Page) => page.getByRole("button", { name: /^Remove / });
const dialog = (page: Page) => page.getByRole("dialog", { name: "Filters" });
const query = (page: Page) => decodeURIComponent(new URL(page.url()).search);

const showsCount = (page: Page, photos: number) =>
  page.getByRole("heading", { level: 2, name: new RegExp(`(^| )${photos} photos?$`) }).waitFor();

const chipNames = (page: Page) =>
  chips(page).evaluateAll((all) => all.map((chip) => chip.getAttribute("aria-label")));

/** The counts of one part of the filters, by value. */
async function facets(page: Page, title: string): Promise<Record<string, number>> {
  const labels = await dialog(page)
    .getByRole("list", { name: title })
    .getByRole("checkbox")
    .evaluateAll((all) => all.map((each) => each.getAttribute("aria-label") ?? ""));
  return Object.fromEntries(
    labels.map((label) => {
      const [, value = "", photos] = /^(.*), (\d+) photos?$/.exec(label) ?? [];
      return [value, Number(photos)];
    }),
  );
}

test("results while one types, a suggestion by keyboard, and one step back", async () => {
  const page = await open();
  await tiles(page).first().waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("lightho");
  await showsCount(page, 6);
  expect(query(page)).toBe("?q=lightho");
  await page.getByRole("status").getByText("6 photos", { exact: true }).waitFor();
  await expect
    .poll(() => options(page).allTextContents(), PATIENT)
    .toEqual(["lighthouse tag6", "lighthouse6"]);
  await page.keyboard.press("ArrowDown");
  const first = options(page).first();
  expect(await first.getAttribute("aria-selected")).toBe("true");
  expect(await box(page).getAttribute("aria-activedescendant")).toBe(
    await first.getAttribute("id"),
  );
  await page.keyboard.press("Enter");
  await expect.poll(() => query(page)).toBe("?tag=lighthouse");
  expect(await box(page).inputValue()).toBe("");
  expect(await chipNames(page)).toEqual(["Remove tag lighthouse"]);
  await showsCount(page, 6);
  await page.goBack();
  await expect.poll(() => query(page)).toBe("");
  await page.goForward();
  await showsCount(page, 6);
});

test("words in phrases and of texts searched for lately", async () => {
  const page = await open();
  await box(page).fill('"outdoors harbour"');
  await showsCount(page, counted(tagged("harbour")));
  await box(page).fill("market 007");
  await page.keyboard.press("Enter");
  await page.getByText("No photos found").first().waitFor();
  await box(page).fill("mountain");
  await page.keyboard.press("Enter");
  await showsCount(page, counted(tagged("mountain")));
  await page.getByRole("button", { name: "Clear the search" }).click();
  await expect.poll(() => query(page)).toBe("");
  const recent = ["mountain", "market 007", "Clear recent searches"];
  await expect.poll(() => options(page).allTextContents(), PATIENT).toEqual(recent);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Delete");
  await expect.poll(() => options(page).allTextContents(), PATIENT).toEqual(recent.slice(1));
  await page.keyboard.press("Escape");
  expect(await options(page).count()).toBe(0);
  await page.reload();
  await box(page).click();
  await expect.poll(() => options(page).allTextContents(), PATIENT).toEqual(recent.slice(1));
});

test("chips are removed by keyboard, and the focus goes on", async () => {
  const page = await open("?tag=harbour&tag=market&year=2021&camera=Akin+Vista+100");
  const subjects = `(${tagged("harbour")} OR ${tagged("market")})`;
  const vista = "exif ->> 'camera_model' = 'Vista 100'";
  await showsCount(page, counted(`${subjects} AND ${inYear("2021")} AND ${vista}`));
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  await page.getByRole("button", { name: "Remove tag market" }).focus();
  await page.keyboard.press("Enter");
  await showsCount(page, counted(`${tagged("harbour")} AND ${inYear("2021")} AND ${vista}`));
  expect(await focused()).toBe("Remove camera Akin Vista 100");
  await page.keyboard.press("Enter");
  await showsCount(page, counted(`${tagged("harbour")} AND ${inYear("2021")}`));
  await page.getByRole("button", { name: "Clear all" }).press("Enter");
  await expect.poll(() => query(page)).toBe("");
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
  await page.goBack();
  await page.reload();
  await expect
    .poll(() => chipNames(page), PATIENT)
    .toEqual(["Remove tag harbour", "Remove year 2021"]);
});

test("filters with counts that the database agrees with, combined with each other", async () => {
  const page = await open();
  await page.getByRole("button", { name: "Filters" }).click();
  await dialog(page)
    .getByRole("checkbox", { name: /^harbour, / })
    .click();
  const harbour = tagged("harbour");
  await dialog(page)
    .getByRole("button", { name: `Show ${counted(harbour)} photos` })
    .waitFor();
  await expect
    .poll(() => facets(page, "Date"), PATIENT)
    .toEqual({
      "2023": counted(`${harbour} AND ${inYear("2023")}`),
      "2022": counted(`${harbour} AND ${inYear("2022")}`),
      "2021": counted(`${harbour} AND ${inYear("2021")}`),
    });
  // Values of the same kind are had as well, not both at once.
  expect(await facets(page, "Tag")).toMatchObject({
    harbour: counted(harbour),
    market: counted(tagged("market")),
  });
  await dialog(page)
    .getByRole("checkbox", { name: /^Portugal, / })
    .click();
  await expect
    .poll(() => facets(page, "City"), PATIENT)
    .toEqual({
      Lisbon: counted(`${harbour} AND ${placed("city", "Lisbon")}`),
      Porto: counted(`${harbour} AND ${placed("city", "Porto")}`),
    });
  await dialog(page)
    .getByRole("checkbox", { name: /^Portrait, / })
    .click();
  const upright = `${harbour} AND ${placed("country", "Portugal")} AND height > width`;
  const show = dialog(page).getByRole("button", { name: `Show ${counted(upright)} photos` });
  await expect
    .poll(() => facets(page, "Album"), PATIENT)
    .toEqual({
      Trips: counted(upright),
      "Trips / North": counted(`${upright} AND path LIKE 'Trips/North/%'`),
    });
  await show.click();
  await dialog(page).waitFor({ state: "detached" });
  await showsCount(page, counted(upright));
  expect(query(page)).toBe("?tag=harbour&country=Portugal&orientation=portrait");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
    "Filters, 3 set",
  );
  await page.goBack();
  await expect.poll(() => query(page)).toBe("");
});

test("a time, by month and by day", async () => {
  const page = await open("?colour=blue");
  await showsCount(page, counted(tagged("harbour")));
  await page.getByRole("button", { name: "Filters, 1 set" }).click();
  await dialog(page)
    .getByRole("checkbox", { name: /^2022, / })
    .click();
  const inApril = counted(`${tagged("harbour")} AND ${inYear("2022-04")}`);
  await dialog(page)
    .getByRole("button", { name: `Apr ${inApril}` })
    .click();
  await showsCount(page, inApril);
  expect(query(page)).toBe("?from=2022-04&to=2022-04&colour=blue");
  await dialog(page).getByLabel("To", { exact: true }).fill("2022-06-15");
  const untilJune = `${tagged("harbour")} AND taken_at BETWEEN '2022-04' AND '2022-06-16'`;
  await showsCount(page, counted(untilJune));
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });
  expect(await chipNames(page)).toEqual([
    "Remove colour Blue",
    "Remove date April 2022 – Jun 15, 2022",
  ]);
});

test("misspelt words are mended, unless they are meant so", async () => {
  const page = await open("?q=lighthuose");
  await page.getByText("Showing results for lighthouse.").waitFor();
  await showsCount(page, 6);
  await page.getByRole("button", { name: "Search for “lighthuose” instead" }).click();
  await page.getByRole("heading", { name: "No photos found" }).waitFor();
  expect(await tiles(page).count()).toBe(0);
});

test("where nothing is found, what to leave out", async () => {
  const page = await open("?q=harbour&tag=mountain&year=2021");
  await page.getByText("No photo has all of this.").waitFor();
  const [mountains, harbours] = ["mountain", "harbour"].map((tag) =>
    counted(`${tagged(tag)} AND ${inYear("2021")}`),
  );
  await page.getByRole("button", { name: `Without mountain: ${harbours} photos` }).waitFor();
  await page.getByRole("button", { name: `Without “harbour”: ${mountains} photos` }).click();
  await showsCount(page, mountains ?? 0);
  expect(query(page)).toBe("?tag=mountain&year=2021");
});

test("through all results, page after page, and back to the same place", async () => {
  const page = await open("?tag=outdoors");
  const [last, before] = database
    .prepare("SELECT filename FROM images ORDER BY taken_at, path DESC LIMIT 2")
    .all()
    .map(({ filename }) => String(filename));
  if (last === undefined || before === undefined) throw new Error("The album is empty.");
  await showsCount(page, 230);
  await tiles(page).first().focus();
  await page.keyboard.press("End");
  await expect.poll(() => focusedTile(page), PATIENT).toBe(last);
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => focusedTile(page), PATIENT).toBe(before);
  await page.waitForFunction(() => history.state?.place !== undefined);
  const tile = page.getByRole("link", { name: before });
  const place = await tile.boundingBox();
  await page.reload();
  await expect.poll(() => tile.boundingBox(), PATIENT).toEqual(place);

  await tile.click();
  await showsPhoto(page, before);
  await page.getByRole("button", { name: "Next photo (→)" }).waitFor();
  await page.keyboard.press("ArrowRight");
  await showsPhoto(page, last);
  await page.reload();
  await showsPhoto(page, last);
  await page.getByRole("button", { name: "Previous photo (←)" }).waitFor();
  await page.keyboard.press("ArrowLeft");
  await showsPhoto(page, before);
  await page.keyboard.press("Escape");
  await photoView(page).waitFor({ state: "detached" });
  await expect.poll(() => focusedTile(page), PATIENT).toBe(before);
  expect(query(page)).toBe("?tag=outdoors");
});

test("the photo view stays within the results", async () => {
  const page = await open("?tag=lighthouse");
  await showsCount(page, 6);
  expect(await tiles(page).count()).toBe(6);
  await tiles(page).nth(4).click();
  await showsPhoto(page, "047.jpg");
  await page.keyboard.press("ArrowRight");
  await showsPhoto(page, "007.jpg");
  expect(await page.getByRole("button", { name: "Next photo (→)" }).count()).toBe(0);
});

test("an album has its name, the way to it and the albums in it", async () => {
  const page = await open("?folder=Trips");
  await showsCount(page, 230);
  expect(await page.getByRole("heading", { level: 2 }).first().textContent()).toBe(
    "Trips 230 photos",
  );
  await page.getByRole("link", { name: /^North/ }).click();
  await showsCount(page, 80);
  expect(query(page)).toBe("?folder=Trips/North");
  await page.getByRole("navigation", { name: "Way to this album" }).getByText("Trips").click();
  await showsCount(page, 230);
});

test("a search that fails says so, and trying again helps", async () => {
  const page = await open();
  await tiles(page).first().waitFor();
  await page.route("**/data/database/*", (route) => route.fulfill({ body: "damaged" }));
  await box(page).fill("harbour");
  await page.getByText("The search’s data is damaged.").waitFor();
  await page.unroute("**/data/database/*");
  await page.getByRole("button", { name: "Try again" }).click();
  await showsCount(page, counted(tagged("harbour")));
});

test("on a phone: the box over the bar, the filters as a sheet", async () => {
  const page = await open("", PHONE);
  await page.getByRole("button", { name: "Search (/)" }).tap();
  await box(page).pressSequentially("lightho");
  await options(page).first().tap();
  await expect.poll(() => query(page)).toBe("?tag=lighthouse");
  await box(page).waitFor({ state: "hidden" });
  await showsCount(page, 6);
  await page.getByRole("button", { name: "Filters, 1 set" }).tap();
  await dialog(page)
    .getByRole("checkbox", { name: /^2021, / })
    .tap();
  await dialog(page).getByRole("button", { name: "Show 2 photos" }).tap();
  await showsCount(page, 2);
  await tiles(page).first().tap();
  await showsPhoto(page, "047.jpg");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
