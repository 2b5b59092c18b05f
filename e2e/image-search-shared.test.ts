import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { browserEmbeddings } from "./support/browser-embeddings.js";
import { runAkin } from "./support/run-akin.js";
import { cosine, vectorsByName } from "./support/vector-order.js";
import { VisitedGallery } from "./support/visited-gallery.js";

const shared = process.env.AKIN_SHARED ?? "";

/** Longest sides that photos are made of: smaller than the network's input, and larger than what is decoded. */
const LONGEST = [180, 300, 640, 1280, 2048, 3000];

describe.skipIf(!shared)("a gallery of clothes and MobileNetV2", () => {
  const visited = new VisitedGallery(async ({ album, gallery }) => {
    mkdirSync(album);
    const clothing = join(shared, "photos", "clothing");
    const photos = readdirSync(clothing).flatMap((kind) => {
      const folder = join(clothing, kind);
      return readdirSync(folder, { withFileTypes: true })
        .filter((file) => file.isFile() && /\.jpg$/i.test(file.name))
        .slice(0, 3)
        .map(({ name }) => join(folder, name));
    });
    for (const [i, photo] of photos.entries()) copyFileSync(photo, join(album, `photo-${i}.jpg`));
    for (const longest of LONGEST) {
      const size = { width: longest, height: longest, fit: "inside" } as const;
      const sized = sharp(photos[0]).rotate().resize(size);
      await sized.jpeg({ quality: 92 }).toFile(join(album, `longest-${longest}.jpg`));
    }
    const model = join(shared, "models", "mobilenet-v2");
    const args = ["build", album, "--out", gallery, "--model", model, "--image-search"];
    expect(await runAkin(args)).toMatchObject({ exitCode: 0 });
  });

  test("a picture has the vector in the page that it has in Node", async () => {
    const { page } = await visited.visit();
    await page.locator("main [data-tile] img").first().waitFor();
    const names = readdirSync(visited.album);
    const paths = names.map((name) => join(visited.album, name));
    const vectors = await browserEmbeddings(page, visited.site, paths);
    const inNode = vectorsByName(visited.gallery);
    expect(names.length).toBeGreaterThan(30);
    for (const [i, name] of names.entries()) {
      const [own, seen] = [inNode.get(name), vectors[i]];
      expect(own && seen && cosine(own, seen), name).toBeGreaterThan(0.999);
    }
  });
});
