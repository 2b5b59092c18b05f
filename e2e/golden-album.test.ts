import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { drawAlbum, SMALL_ALBUM } from "./support/draw-album.js";
import { openWithVectors } from "./support/dump-gallery.js";
import { buildJson } from "./support/run-akin.js";
import { temporaryFolder } from "./support/temporary-folder.js";

/** A photo that tells all it can of itself, turned by its EXIF orientation. */
async function drawFullPhoto(file: string): Promise<void> {
  const jpeg = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#d98" } })
    .jpeg()
    .withExif({
      IFD0: {
        Make: "FUJIFILM",
        Model: "X-T4",
        Orientation: "6",
        ImageDescription: "Boats in the evening",
      },
      IFD2: {
        DateTimeOriginal: "2024:06:14 18:30:05",
        OffsetTimeOriginal: "+02:00",
        ExposureTime: "1/250",
        FNumber: "28/10",
        FocalLength: "35/1",
        LensModel: "XF35mmF1.4 R",
      },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "43/1 42/1 1234/100",
        GPSLongitudeRef: "E",
        GPSLongitude: "7/1 15/1 5678/100",
      },
    })
    .toBuffer();
  await writeFile(file, jpeg);
}

test("the golden album gives the golden database", async () => {
  const folder = temporaryFolder();
  const gallery = join(folder, "gallery");
  await drawAlbum(folder, SMALL_ALBUM);
  await drawFullPhoto(join(folder, "sea/boats.jpg"));
  await writeFile(join(folder, "broken.jpg"), "no image");
  await buildJson(folder, gallery);
  const database = openWithVectors(join(gallery, "database.db"));
  const photos = database
    .prepare(`
      SELECT id, path, filename, title, description, tags, exif, width, height, taken_at, latitude, longitude,
        (SELECT json_group_array(other.path ORDER BY rank) FROM neighbours
         JOIN images AS other ON other.id = neighbour_id WHERE image_id = images.id AND rank <= 5) AS neighbours
      FROM images ORDER BY path`)
    .all();
  const found = database
    .prepare(
      "SELECT path FROM images_fts JOIN images ON id = images_fts.rowid WHERE images_fts MATCH ?",
    )
    .all("evening AND fujifilm AND sea");
  const failures = database.prepare("SELECT path, stage, code FROM failures").all();
  database.close();
  await expect(JSON.stringify({ photos, found, failures }, null, 1)).toMatchFileSnapshot(
    "golden/small-album.json",
  );
});
