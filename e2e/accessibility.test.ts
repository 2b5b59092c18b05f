/// <reference lib="dom" />
import { photoId } from "akin-browser/format";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { accessibilityProblems } from "./support/accessibility-problems.js";
import { DESCRIBED, drawDescribedAlbum } from "./support/draw-described-album.js";
import { similar, tiles } from "./support/gallery-page.js";
import { buildJson } from "./support/run-akin.js";
import { DESKTOP, PHONE } from "./support/visit.js";
import { VisitedGallery } from "./support/visited-gallery.js";

const visited = new VisitedGallery(async ({ album, gallery }) => {
  await drawDescribedAlbum(album);
  await buildJson(album, gallery, "--title", "Small album");
});

/** Of a photo that has others like it. */
const photo = photoId(DESCRIBED.path);

interface View {
  name: string;
  /** The address's query. */
  address: string;
  /** Resolves once all of the view is there. */
  ready: (page: Page) => Promise<unknown>;
}

const showsTiles = (page: Page) => tiles(page).first().waitFor();

const VIEWS: View[] = [
  { name: "photos", address: "", ready: showsTiles },
  {
    name: "a photo",
    address: `?photo=${photo}`,
    ready: (page) => similar(page).first().waitFor(),
  },
  {
    name: "keys",
    address: "",
    ready: async (page) => {
      await showsTiles(page);
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
    },
  },
  {
    name: "a photo that is not there",
    address: "?photo=1",
    ready: (page) => page.getByText("There is no such photo").waitFor(),
  },
  { name: "what is found", address: "?q=rose", ready: showsTiles },
  {
    name: "filters",
    address: "?tag=rose",
    ready: async (page) => {
      await showsTiles(page);
      await page
        .getByRole("button", { name: /filter/i })
        .first()
        .click();
      await page.getByRole("dialog", { name: "Filters" }).waitFor();
    },
  },
  {
    name: "nothing found",
    address: "?q=zebra",
    ready: (page) => page.getByRole("main").getByText("zebra").first().waitFor(),
  },
  {
    name: "more like this",
    address: `?like=${photo}`,
    ready: (page) => page.locator("main [data-tile]").nth(3).waitFor(),
  },
  {
    name: "selected photos",
    address: "",
    ready: async (page) => {
      await tiles(page)
        .first()
        .click({ modifiers: ["Control"] });
      await page.getByRole("region", { name: "Selected photos" }).waitFor();
    },
  },
  {
    name: "like one, unlike another",
    address: `?like=${photo}&unlike=1`,
    ready: (page) => page.locator("main [data-tile]").nth(3).waitFor(),
  },
  {
    name: "photos selected among those like one",
    address: `?like=${photo}`,
    ready: async (page) => {
      await page
        .locator("main [data-tile]")
        .first()
        .click({ modifiers: ["Control"] });
      await page.getByRole("region", { name: "Selected photos" }).waitFor();
    },
  },
  {
    name: "albums",
    address: "?view=albums",
    ready: (page) => page.getByRole("link", { name: /rose/ }).first().waitFor(),
  },
  {
    name: "the map",
    address: "?view=places",
    ready: (page) => page.getByRole("link", { name: /Portugal/ }).waitFor(),
  },
  {
    name: "a place on the map",
    address: "?view=places&at=38.72,-9.14,5,photos",
    ready: (page) => page.getByRole("list", { name: "Lisbon" }).getByRole("link").waitFor(),
  },
  {
    name: "likeness",
    address: "?view=likeness",
    ready: (page) => page.getByRole("complementary", { name: "Photos in view" }).waitFor(),
  },
];

const DEVICES = { desktop: { viewport: DESKTOP }, phone: PHONE };

describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
  describe.each(Object.entries(DEVICES))("%s", (_, device) => {
    test.each(VIEWS)("axe finds nothing wrong with $name", async ({ address, ready }) => {
      const options = { ...device, colorScheme, reducedMotion: "reduce" } as const;
      const { page } = await visited.visit(address, options);
      await ready(page);
      // Photos fade in even so.
      await page.waitForTimeout(300);
      expect(await accessibilityProblems(page)).toEqual([]);
    });
  });
});

test("axe tells what is wrong", async () => {
  const { page } = await visited.visit();
  await tiles(page).first().waitFor();
  await page.evaluate(() =>
    document.querySelector("main")?.append(document.createElement("button")),
  );
  expect(await accessibilityProblems(page)).toEqual([expect.stringContaining("button-name")]);
});
