import { expect, test } from "vitest";
import { describeInBrowser } from "./harness/describe-in-browser.js";
import { FIXTURE_PHOTOS, FIXTURE_PLACES } from "./harness/fixture-photos.js";
import type { PageApi } from "./page/page.js";

declare const akin: PageApi;

const PATHS = FIXTURE_PHOTOS.map(({ path }) => path);

describeInBrowser("albums, places and photos by position", (tested) => {
  test("photosAt gives photos of any block in the order asked for, and leaves out what is none", async () => {
    const found = await tested.page.evaluate(async () => {
      const gallery = await akin.openGallery("../good/");
      const photos = await gallery.photosAt([1, 9, 3, 0, 10, 2.5, 3, 8]);
      return photos.map(({ position, id, label, takenAt }) => ({ position, id, label, takenAt }));
    });
    expect(found).toEqual(
      [1, 9, 3, 3, 8].map((position) => {
        const { id, path, takenAt } = FIXTURE_PHOTOS.at(-position) ?? FIXTURE_PHOTOS[0] ?? {};
        return { position, id, label: path?.replace(/.*\//, ""), takenAt };
      }),
    );
    expect(tested.page.requested.filter((path) => /wasm|data\/database/.test(path))).toEqual([]);
  });

  test("albums counts folders and shows each by a photo of its own", async () => {
    const albums = await tested.page.evaluate(async () =>
      (await akin.openGallery("../good/")).albums(),
    );
    expect(albums).toEqual([
      expect.objectContaining({
        path: "city",
        name: "city",
        photos: 2,
        from: "2024-05-04T12:00:00",
        to: "2024-05-05T12:00:00",
        cover: expect.objectContaining({ path: "city/a b#1 ä.jpg", width: 900 }),
      }),
      expect.objectContaining({
        path: "sea",
        photos: PATHS.filter((path) => path.startsWith("sea/")).length,
        cover: expect.objectContaining({ path: "sea/1.jpg" }),
      }),
    ]);
  });

  test("places tells where photos were taken, the oldest first", async () => {
    const places = await tested.page.evaluate(async () => {
      const gallery = await akin.openGallery("../good/");
      const { positions, latitudes, longitudes, names, nameOf } = await gallery.places();
      return [...positions].map((position, row) => [
        position,
        latitudes[row],
        longitudes[row],
        names[nameOf[row] ?? 0],
      ]);
    });
    const expected = PATHS.toReversed().flatMap((path, index) => {
      const place = FIXTURE_PLACES.get(path);
      return place === undefined
        ? []
        : [[index + 1, place.latitude, place.longitude, path] as const];
    });
    expect(places).toEqual(
      expected.map(([position, latitude, longitude, path]) => [
        position,
        expect.closeTo(latitude, 4),
        expect.closeTo(longitude, 4),
        path === "sea/1.jpg" ? "Lisbon, Portugal" : "",
      ]),
    );
  });

  test("damaged files are told; a gallery without folders and places has none of either", async () => {
    for (const folder of ["albums", "places"] as const) {
      tested.server.override(`/data/${folder}/${tested.manifest[folder]}`, (_, response) => {
        response.end("[]");
      });
      const failure = await tested.page.evaluate(async (folder) => {
        const gallery = await akin.openGallery("../good/");
        return akin.failure(Promise.resolve(gallery[folder]()));
      }, folder);
      expect(failure).toMatch(/^DAMAGED/);
    }
    const { albums, places, ...rest } = tested.manifest;
    tested.server.override("/good/data/manifest.json", (_, response) => {
      response.end(JSON.stringify({ ...rest, albums: null, places: null }));
    });
    const none = await tested.page.evaluate(async () => {
      const gallery = await akin.openGallery("../good/");
      return [(await gallery.albums()).length, (await gallery.places()).positions.length];
    });
    expect(none).toEqual([0, 0]);
  });
});
