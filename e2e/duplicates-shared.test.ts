import { cpSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { duplicates, type Group, pathsOf } from "./support/list-duplicates.js";
import { runAkin } from "./support/run-akin.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const shared = process.env.AKIN_SHARED ?? "";

const MODELS = ["builtin", join(shared, "models", "mobilenet-v2")];

/** Turned by 30 degrees and cut: no mirror image, and no hash of 64 bits tells. */
const BEYOND = /ukbench00120_rotation/;

async function groupsOf(model: string, ...folders: string[]): Promise<Group[]> {
  const folder = temporaryFolder();
  const album = join(folder, "album");
  for (const name of folders)
    cpSync(join(shared, "photos", name), join(album, name), { recursive: true });
  const out = ["--out", join(folder, "gallery"), "--quiet"];
  for (const args of [
    ["index", album],
    ["embed", "--model", model],
  ]) {
    expect(await runAkin([...args, ...out])).toMatchObject({ exitCode: 0 });
  }
  return duplicates(join(folder, "gallery"));
}

describe.skipIf(!shared).each(MODELS)("with the shared photos and %s", (model) => {
  test("edits, rotations and mirror images of a photo are one group", async () => {
    const groups = await groupsOf(model, "near-duplicates", "clothing");
    expect(new Set(groups.map(({ kind }) => kind))).toEqual(new Set(["duplicate"]));
    expect(groups.map(({ photos }) => photos.length)).toEqual([20, 3]);
    const [bridge = [], bench = []] = pathsOf(groups);
    for (const path of bridge) expect(path).toMatch(/^near-duplicates\/bridge-/);
    for (const path of bench) expect(path).toMatch(/^near-duplicates\/ukbench\/ukbench00120/);
    expect(bench.some((path) => BEYOND.test(path))).toBe(false);
  });

  test("the eight EXIF orientations of a photo are one group", async () => {
    const groups = pathsOf(await groupsOf(model, "orientation"));
    expect(groups.map((paths) => paths.length)).toEqual([9, 9]);
    for (const paths of groups) {
      expect(new Set(paths.map((path) => path.replace(/_\d\.jpg$/, ""))).size).toBe(1);
    }
  });
});
