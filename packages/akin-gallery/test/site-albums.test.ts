import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type AlbumFolder, photoId } from "akin-browser/format";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkSite } from "../src/site/check-site.js";
import { readFiles, SiteAlbum } from "./site-album.js";

let album: SiteAlbum;

beforeEach(() => {
  album = new SiteAlbum();
});

afterEach(() => album.dispose());

describe("albums and places", () => {
  const folders = () => album.json<AlbumFolder[]>("albums", album.manifest().albums ?? "");

  test("each folder has its count, dates and a cover, the photos of folders below it included", async () => {
    await album.add("top.jpg");
    await album.add("2024/Beach/tall.jpg", {
      taken_at: "2024-07-03T10:00:00",
      width: 600,
      height: 900,
    });
    await album.add("2024/Beach/wide.jpg", {
      taken_at: "2024-07-02T10:00:00",
      width: 900,
      height: 300,
    });
    await album.add("2024/Beach/good.jpg", { taken_at: "2024-07-01T10:00:00" });
    await album.add("2024/first.jpg", { taken_at: "2024-01-05T10:00:00" });
    await album.add("undated/x.jpg", { taken_at: null, width: 600, height: 900 });
    await album.write();
    const shown = folders().map(({ cover, ...folder }) => ({ ...folder, cover: cover.path }));
    const beach = { from: "2024-07-01T10:00:00", to: "2024-07-03T10:00:00" };
    expect(shown).toEqual([
      {
        path: "2024",
        name: "2024",
        photos: 4,
        ...beach,
        from: "2024-01-05T10:00:00",
        cover: "2024/Beach/good.jpg",
      },
      { path: "2024/Beach", name: "Beach", photos: 3, ...beach, cover: "2024/Beach/good.jpg" },
      { path: "undated", name: "undated", photos: 1, from: null, to: null, cover: "undated/x.jpg" },
    ]);
    expect(await checkSite(album.site)).toEqual([]);
  });

  test("of a burst only the photo to keep is a cover", async () => {
    await album.add("a/new.jpg", { taken_at: "2024-07-02T10:00:00" });
    await album.add("a/keep.jpg", { taken_at: "2024-07-01T10:00:00" });
    const add = album.database.prepare("INSERT INTO photo_groups VALUES (?, ?, 'burst', ?)");
    const group = Math.min(photoId("a/new.jpg"), photoId("a/keep.jpg"));
    add.run(photoId("a/new.jpg"), group, 0);
    add.run(photoId("a/keep.jpg"), group, 1);
    await album.write();
    expect(folders().map(({ cover }) => cover.path)).toEqual(["a/keep.jpg"]);
  });

  test("places are differences in columns; an album without folders and coordinates has no such files", async () => {
    await album.add("old.jpg", { taken_at: "2020-01-01", latitude: 38.5, longitude: -9.25 });
    await album.add("between.jpg", { taken_at: "2021-01-01" });
    await album.add("new.jpg", {
      taken_at: "2022-01-01",
      latitude: -38.5,
      longitude: 180,
      geocode: null,
    });
    await album.write();
    const { albums, places } = album.manifest();
    expect(albums).toBeNull();
    const file = gunzipSync(readFileSync(join(album.site, "data/places", places ?? "")));
    const values = Array.from({ length: 9 }, (_, index) => file.readInt32LE(4 * index));
    const coordinates = [38_500_000, -77_000_000, -9_250_000, 189_250_000];
    expect(values).toEqual([2, 1, 2, ...coordinates, 1, -1]);
    expect(JSON.parse(file.toString("utf8", 36))).toEqual(["", "Rome, Italy"]);
    album.database.exec("UPDATE images SET latitude = NULL");
    await album.write();
    expect(album.manifest().places).toBeNull();
    expect([...readFiles(album.site).keys()].filter((path) => path.includes("places"))).toEqual([]);
    expect(await checkSite(album.site)).toEqual([]);
  });

  test("checkSite finds them damaged", async () => {
    await album.add("a/old.jpg", { latitude: 38.5, longitude: -9.25 });
    await album.write();
    const { albums, places } = album.manifest();
    rmSync(join(album.site, `data/albums/${albums}`));
    writeFileSync(join(album.site, `data/places/${places}`), "12345");
    expect(await checkSite(album.site)).toEqual([
      `data/albums/${albums} can't be read: there is no such file or folder`,
      `data/places/${places} is damaged: its content is not what its name says`,
    ]);
  });
});
