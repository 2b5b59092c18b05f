import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { AkinError } from "../src/akin-error.js";
import {
  burstRule,
  chooseKeeper,
  type GroupedPhoto,
  groupPhotos,
  NeighbourPairs,
} from "../src/similarity/duplicates/index.js";
import {
  addNotDuplicates,
  apartTest,
  NOT_DUPLICATES_FILE,
  readNotDuplicates,
} from "../src/similarity/duplicates/not-duplicates.js";
import type { LinkRule, LinkStrength } from "../src/similarity/duplicates/photo-links.js";
import { photoTime } from "../src/similarity/duplicates/photo-time.js";

/** A rule from a list of links: "0-1" strong, "0~1" weak. */
function rule(kind: LinkRule["kind"], ...links: string[]): LinkRule {
  const strengths = new Map<string, LinkStrength>();
  const candidates = links.map((link, distance) => {
    const [a = 0, b = 0] = link.split(/[-~]/).map(Number);
    strengths.set(`${a} ${b}`, link.includes("-") ? "strong" : "weak");
    return { a, b, distance };
  });
  return { kind, candidates, strength: (a, b) => strengths.get(`${a} ${b}`) ?? "none" };
}

const members = (groups: ReturnType<typeof groupPhotos>) => groups.map((group) => group.members);

describe("groups", () => {
  test("strong links join, whatever stands between", () => {
    const groups = groupPhotos(6, [rule("duplicate", "0-1", "1-2", "4-5")]);
    expect(groups).toEqual([
      { kind: "duplicate", members: [0, 1, 2] },
      { kind: "duplicate", members: [4, 5] },
    ]);
  });

  test("a chain of weak links does not come together", () => {
    const chain = rule("duplicate", "0~1", "1~2", "2~3");
    expect(members(groupPhotos(4, [chain]))).toEqual([
      [0, 1],
      [2, 3],
    ]);
    const whole = rule("duplicate", "0~1", "1~2", "0~2");
    expect(members(groupPhotos(3, [whole]))).toEqual([[0, 1, 2]]);
  });

  test("a group with a burst in it is a burst", () => {
    const groups = groupPhotos(4, [rule("duplicate", "0-1"), rule("burst", "1-2")]);
    expect(groups).toEqual([{ kind: "burst", members: [0, 1, 2] }]);
  });

  test("what the owner parts stays apart, directly and through others", () => {
    const links = rule("duplicate", "0-1", "1-2");
    const apart = (a: number, b: number) => [0, 2].includes(a) && [0, 2].includes(b);
    expect(members(groupPhotos(3, [links], apart))).toEqual([[0, 1]]);
  });
});

describe("bursts", () => {
  const shot = (id: number, seconds: number, camera: string | null = "Canon R5"): GroupedPhoto => ({
    id,
    contentHash: String(id),
    perceptualHash: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8),
    takenAt: seconds * 1000,
    camera,
  });
  const neighboursOfAll = (count: number) => {
    const ids = Array.from({ length: count }, (_, id) => id);
    const rows = ids.flatMap((id) =>
      ids.filter((other) => other !== id).map((other) => [id, other] as const),
    );
    return new NeighbourPairs(ids, rows);
  };
  const burstsOf = (
    photos: GroupedPhoto[],
    cosine = 1,
    neighbours = neighboursOfAll(photos.length),
  ) => members(groupPhotos(photos.length, [burstRule(photos, neighbours, () => cosine)]));

  test("are shots within seconds of each other, one after the other", () => {
    expect(burstsOf([shot(0, 0), shot(1, 4), shot(2, 8), shot(3, 20)])).toEqual([[0, 1, 2]]);
  });

  test("are of one camera that is known", () => {
    expect(burstsOf([shot(0, 0), shot(1, 1, "Nikon Z6")])).toEqual([]);
    expect(burstsOf([shot(0, 0, null), shot(1, 1, null)])).toEqual([]);
  });

  test("look alike, in hash and look, and are mutual neighbours", () => {
    const other = { ...shot(1, 1), perceptualHash: new Uint8Array(8).fill(0xf0) };
    expect(burstsOf([shot(0, 0), other])).toEqual([]);
    expect(burstsOf([shot(0, 0), shot(1, 1)], 0.3)).toEqual([]);
    expect(burstsOf([shot(0, 0), shot(1, 1)], 1, new NeighbourPairs([0, 1], [[0, 1]]))).toEqual([]);
  });

  test("times are compared as the camera's clock has them", () => {
    expect(photoTime("2024-01-31T14:22:33.5")).toBe(Date.UTC(2024, 0, 31, 14, 22, 33, 500));
    expect(photoTime("2024-01-31T14:22:33+02:00")).toBe(Date.UTC(2024, 0, 31, 12, 22, 33));
    expect(photoTime("2024-01-31")).toBeNull();
    expect(photoTime(null)).toBeNull();
  });
});

describe("the photo to keep", () => {
  const photo = (path: string, width: number, sharpness: number, fileSize: number) => ({
    path,
    width,
    height: 100,
    sharpness,
    fileSize,
  });

  test("has the most pixels, then is the sharpest, then the largest file, then the first by path", () => {
    const keep = (...photos: ReturnType<typeof photo>[]) => chooseKeeper(photos, "burst")?.path;
    expect(keep(photo("a", 100, 9, 9), photo("b", 200, 1, 1))).toBe("b");
    expect(keep(photo("a", 100, 1, 9), photo("b", 100, 2, 1))).toBe("b");
    expect(keep(photo("a", 100, 1, 1), photo("b", 100, 1.01, 2))).toBe("b");
    expect(keep(photo("b", 100, 1, 1), photo("a", 100, 1, 1))).toBe("a");
  });

  test("is not the copy that somebody has sharpened", () => {
    const photos = [
      photo("original", 100, 1, 5),
      photo("sharpened", 100, 4, 4),
      photo("soft", 100, 0.9, 3),
    ];
    expect(chooseKeeper(photos, "duplicate")?.path).toBe("original");
    expect(chooseKeeper(photos, "burst")?.path).toBe("sharpened");
  });
});

describe("akin-not-duplicates.json", () => {
  const hashes = ["a", "b", "c"].map((digit) => digit.repeat(64));
  const [a = "", b = "", c = ""] = hashes;

  test("is made, added to, and left alone when it says so already", async () => {
    const album = mkdtempSync(join(tmpdir(), "akin-album-"));
    expect(readNotDuplicates(album)).toEqual([]);
    await addNotDuplicates(album, [b, a]);
    await addNotDuplicates(album, [a, b]);
    expect(JSON.parse(readFileSync(join(album, NOT_DUPLICATES_FILE), "utf8"))).toEqual([[a, b]]);
    await addNotDuplicates(album, [b, c]);
    const apart = apartTest(readNotDuplicates(album));
    expect([apart?.(a, b), apart?.(c, b), apart?.(a, c), apart?.(a, a)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test.each(["", "{}", '["a"]', '[["too short"]]', "[[1]]"])(
    "that holds %j is refused in one line",
    (text) => {
      const album = mkdtempSync(join(tmpdir(), "akin-album-"));
      writeFileSync(join(album, NOT_DUPLICATES_FILE), text);
      const read = () => readNotDuplicates(album);
      expect(read).toThrow(AkinError);
      expect(read).toThrow(/^\S*akin-not-duplicates\.json is damaged: [^\n]+$/);
    },
  );
});
