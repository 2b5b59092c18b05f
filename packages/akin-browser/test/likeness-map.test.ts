import { expect, test } from "vitest";
import { describeInBrowser } from "./harness/describe-in-browser.js";
import { FIXTURE_PHOTOS } from "./harness/fixture-photos.js";
import type { PageApi } from "./page/page.js";

declare const akin: PageApi;

describeInBrowser("the map by likeness", (tested) => {
  test("has a row for each photo, and the photos of rows by chunks", async () => {
    const map = await tested.page.evaluate(async () => {
      const map = await (await akin.openGallery("../good/")).likenessMap();
      if (map === null) return null;
      const { length, chunkSize, x, y, positions, colours } = map;
      const photos = await map.chunk(0);
      const columns = { x: [...x], y: [...y], positions: [...positions] };
      return { length, chunkSize, ...columns, colours: colours.length, photos };
    });
    const count = FIXTURE_PHOTOS.length;
    expect(map).toMatchObject({ length: count, chunkSize: 512, colours: 3 * count });
    // The fixture lays them out in display order.
    const rows = FIXTURE_PHOTOS.map((_, index) => map?.positions.indexOf(count - index) ?? -1);
    expect(rows.map((row) => map?.photos[row]?.id)).toEqual(FIXTURE_PHOTOS.map(({ id }) => id));
    for (const [index, row] of rows.entries()) {
      expect(map?.x[row]).toBeCloseTo((1000 * index) / 65_535);
      expect(map?.y[row]).toBe(0);
    }
  });

  test("a part that is not there is told", async () => {
    const code = await tested.page.evaluate(async () => {
      const map = await (await akin.openGallery("../good/")).likenessMap();
      return await map?.chunk(7).catch((error: { code: string }) => error.code);
    });
    expect(code).toBe("DAMAGED");
  });
});
