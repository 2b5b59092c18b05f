import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openGallery } from "akin-browser";
import { openVocabulary } from "akin-browser/words";
import { describe, expect, test } from "vitest";
import { colourClip } from "./support/colour-clip.js";
import { drawColours } from "./support/draw-colours.js";
import { runAkin } from "./support/run-akin.js";
import { VisitedGallery } from "./support/visited-gallery.js";

describe("the vocabulary of a model that reads", () => {
  let model = "";
  const visited = new VisitedGallery(async ({ folder, album, gallery }) => {
    model = join(folder, "model");
    for (const [path, bytes] of Object.entries(colourClip())) {
      mkdirSync(dirname(join(model, path)), { recursive: true });
      writeFileSync(join(model, path), bytes);
    }
    await drawColours(album);
    const run = await runAkin(["build", album, "--out", gallery, "--model", model]);
    expect(run).toMatchObject({ exitCode: 0 });
  });
  const open = async () => openVocabulary(await openGallery(visited.url));

  test("knows words, phrases and plurals, passes over small words, and admits what it lacks", async () => {
    const vocabulary = await open();
    expect(vocabulary?.words.length).toBeGreaterThan(1500);
    expect(vocabulary?.words).toContain("night sky");
    for (const text of ["Red", "a photo of the RED boats", "night-sky over balloons", "cherries"]) {
      expect([text, vocabulary?.knows(text)]).toEqual([text, true]);
    }
    for (const text of ["", "of the", "red zyzzyva", "balloonish"]) {
      expect([text, vocabulary?.knows(text)]).toEqual([text, false]);
      expect(await vocabulary?.vectorOf(text)).toBeNull();
    }
  });

  test("gives the direction of a text, of length 1: the sum of those of its words", async () => {
    const vocabulary = await open();
    const [red, boat, both] = await Promise.all(
      ["red", "boat", "red boats"].map((text) => vocabulary?.vectorOf(text)),
    );
    const sum = Float32Array.from(red ?? [], (value, i) => value + (boat?.[i] ?? 0));
    const norm = Math.hypot(...sum);
    expect(sum.length).toBe(8);
    for (const [i, value] of both?.entries() ?? []) expect(value).toBeCloseTo((sum[i] ?? 0) / norm);
    expect(Math.hypot(...(both ?? []))).toBeCloseTo(1);
    expect(Number(red?.[0])).toBeGreaterThan(Number(boat?.[0]));
  });

  test("is checked, comes back the same, and goes with its text part", async () => {
    expect(await runAkin(["check", "--out", visited.gallery])).toMatchObject({ exitCode: 0 });
    const words = join(visited.site, "data/words");
    const files = () => (existsSync(words) ? readdirSync(words) : []);
    const before = files();
    const args = [visited.album, "--out", visited.gallery];
    expect(await runAkin(["site", "--out", visited.gallery])).toMatchObject({ exitCode: 0 });
    expect(files()).toEqual(before);
    expect(await runAkin(["build", ...args, "--model", "builtin"])).toMatchObject({ exitCode: 0 });
    expect(files()).toEqual([]);
    expect(await openVocabulary(await openGallery(visited.url))).toBeNull();
  });
});
