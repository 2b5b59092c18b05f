import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readUnchanged } from "../src/photos/read-unchanged.js";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "akin-unchanged-"));
  file = join(folder, "a.jpg");
  writeFileSync(file, "as it was found");
});

afterEach(() => rmSync(folder, { recursive: true }));

function seen() {
  const { size, mtimeMs } = statSync(file);
  return { size, modifiedAt: mtimeMs };
}

const broken = () => Promise.reject(new Error("not a picture"));

test("a file that stays as it was gives what was read of it, or why it could not be", async () => {
  expect(await readUnchanged(file, seen(), async () => "content")).toBe("content");
  await expect(readUnchanged(file, seen(), broken)).rejects.toThrow("not a picture");
  expect(await readUnchanged(file, undefined, async () => "content")).toBe("content");
});

test.each([
  ["another size", () => writeFileSync(file, "longer than as it was found")],
  ["another time", () => utimesSync(file, 1, 1)],
])("nothing is kept of a file that has %s afterwards", async (_, change) => {
  const before = seen();
  const read = async () => change();
  await expect(readUnchanged(file, before, read)).rejects.toMatchObject({ code: "CHANGED" });
  // Nor is it called broken.
  await expect(readUnchanged(file, before, broken)).rejects.toMatchObject({ code: "CHANGED" });
});

test("a file that is gone is not called broken", async () => {
  const before = seen();
  const remove = async () => rmSync(file);
  await expect(readUnchanged(file, before, remove)).rejects.toMatchObject({ code: "UNREADABLE" });
  await expect(readUnchanged(file, before, broken)).rejects.toMatchObject({ code: "UNREADABLE" });
});
