import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CONFIG_KEYS, readConfigFile } from "../src/cli/config-file.js";
import { akinOptions } from "../src/cli/option-values.js";
import { accentColours, contrast, SURFACES } from "../src/site/accent-colours.js";
import { presentationOf } from "../src/site/presentation.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "akin-config-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** How a gallery with this gallery.config.json presents itself. */
function presentation(config: object) {
  writeFileSync(join(folder, "gallery.config.json"), JSON.stringify(config));
  const { values, settings } = readConfigFile([folder]);
  return presentationOf(akinOptions(values, settings));
}

describe("gallery.config.json", () => {
  test("says how the gallery presents itself", () => {
    const links = [
      { label: "Me", url: "https://example.org/me" },
      { label: "Write", url: "mailto:me@example.org" },
      { label: "Blog", url: "../blog/" },
    ];
    const config = { description: "Seas", links, url: "https://example.org/photos/index.html" };
    expect(presentation({ ...config, pages: ["likeness", "albums"], noindex: true })).toEqual({
      description: "Seas",
      links,
      accent: null,
      licence: null,
      pages: ["albums", "likeness"],
      url: "https://example.org/photos/",
      sharePages: true,
      noindex: true,
      installable: true,
    });
  });

  test("has defaults: every page, nothing that needs an address", () => {
    expect(presentation({ sharePages: true })).toMatchObject({
      pages: ["albums", "places", "likeness"],
      url: null,
      sharePages: false,
      noindex: false,
    });
  });

  test.each([
    ["CC BY 4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"],
    ["cc-by-nc-sa-3.0", "CC BY-NC-SA 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"],
    ["CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"],
    ["all rights reserved", "All rights reserved", null],
  ])("knows the licence %s", (licence, name, url) => {
    expect(presentation({ licence }).licence).toEqual({ name, url });
  });

  test("takes a licence of one's own", () => {
    expect(presentation({ licence: { name: "Ask me" } }).licence).toEqual({
      name: "Ask me",
      url: null,
    });
  });

  test.each<[object, string]>([
    [{ descripton: "x" }, 'unknown key "descripton"; did you mean "description"?'],
    [{ sharepages: true }, 'unknown key "sharepages"; did you mean "sharePages"?'],
    [{ colour: "x" }, 'unknown key "colour"; known are out, title,'],
    [{ accent: "blue" }, '"accent" takes a colour such as #2a62c9, not "blue"'],
    [{ url: "example.org" }, '"url" takes the site\'s address'],
    [{ url: "https://example.org/?x" }, '"url" takes the site\'s address'],
    [{ links: [{ label: "x", url: "javascript:alert(1)" }] }, '"links" takes a list such as'],
    [{ links: [{ label: "x", url: " java\nscript:alert(1)" }] }, '"links" takes a list such as'],
    [{ links: [{ label: "x", url: "data:text/html,x" }] }, '"links" takes a list such as'],
    [{ links: [{ label: "x", url: "a", title: "y" }] }, '"links" takes a list such as'],
    [{ links: { label: "x", url: "a" } }, '"links" takes a list such as'],
    [{ licence: "MY-OWN" }, '"licence" takes a name such as "CC BY 4.0"'],
    [{ licence: { name: "x", url: "vbscript:x" } }, '"licence" takes a name such as'],
    [{ pages: ["albums", "map"] }, '"pages" takes a list of "albums", "places", "likeness"'],
    [{ installable: "no" }, '"installable" takes true or false'],
  ])("refuses %j", (config, message) => {
    expect(() => presentation(config)).toThrow(
      expect.objectContaining({ code: "BAD_CONFIG", message: expect.stringContaining(message) }),
    );
  });
});

describe("an accent colour", () => {
  test.each(["#000000", "#ffffff", "#ffe100", "#2a62c9", "#808080", "#ff0000"])(
    "%s can be read on light and on dark",
    (accent) => {
      const { light, dark } = accentColours(accent);
      expect(contrast(light, SURFACES.light)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark, SURFACES.dark)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test("stays as it is where it can be read already", () => {
    expect(accentColours("#2a62c9").light).toBe("#2a62c9");
    expect(accentColours("#8ab4ff").dark).toBe("#8ab4ff");
  });
});

test("docs/configuration.md lists every key, and no other", () => {
  const text = readFileSync(new URL("../../../docs/configuration.md", import.meta.url), "utf8");
  const cells = [...text.matchAll(/^\| (`[^|]*`) \|/gm)].map(([, cell = ""]) => cell);
  const keys = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, key]) => key));
  expect(keys.sort()).toEqual([...CONFIG_KEYS].sort());
});

test("the example of docs/configuration.md can be read", () => {
  const text = readFileSync(new URL("../../../docs/configuration.md", import.meta.url), "utf8");
  const example = /```json\n(.*?)```/s.exec(text)?.[1] ?? "";
  expect(presentation(JSON.parse(example))).toMatchObject({ sharePages: true });
});
