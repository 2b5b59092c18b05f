import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  availableSizes,
  type CardShard,
  type GridBlock,
  imagePath,
  type Manifest,
  SITE_FORMAT_VERSION,
} from "akin-browser/format";
import { describeError } from "../describe-error.js";
import { dataContent } from "./data-content.js";
import { forEachLimited } from "./for-each-limited.js";
import type { DataFolder } from "./site-folder.js";

/** Files read at once. */
const AT_ONCE = 16;

/**
 * Reads a whole site and compares it with its manifest.
 * @returns what is missing or damaged, one line each; empty if the site is whole
 */
export async function checkSite(site: string): Promise<string[]> {
  const check = new SiteCheck(site);
  try {
    const manifest = await check.manifest();
    if (manifest) await check.everything(manifest);
  } catch (error) {
    // Files with the right hash that still can't be read as what they should be.
    check.problems.push(`the site's data is not in the expected form: ${describeError(error)}`);
  }
  return check.problems.sort();
}

class SiteCheck {
  readonly problems: string[] = [];

  constructor(private readonly site: string) {}

  async manifest(): Promise<Manifest | undefined> {
    const bytes = await this.read("data/manifest.json");
    if (!bytes) return undefined;
    let manifest: Manifest;
    try {
      manifest = JSON.parse(bytes.toString());
    } catch (error) {
      this.problems.push(`data/manifest.json is damaged: ${describeError(error)}`);
      return undefined;
    }
    if (manifest.format === SITE_FORMAT_VERSION) return manifest;
    this.problems.push(`the site has format ${manifest.format}, expected ${SITE_FORMAT_VERSION}`);
    return undefined;
  }

  async everything(manifest: Manifest): Promise<void> {
    await this.exists("index.html", true);
    const blocks = manifest.timeline.flatMap((month) => month.blocks.map((block) => block.name));
    await forEachLimited(blocks, AT_ONCE, async (name) => {
      const block: GridBlock | undefined = await this.readJson("grid", name);
      if (block) await this.images(block, manifest.imageSizes);
    });
    for (const index of manifest.cards.index) {
      const shards: string[] | undefined = await this.readJson("cards", index);
      await forEachLimited(shards ?? [], AT_ONCE, (shard) => this.cards(shard));
    }
    for (const part of manifest.databases.main.parts) await this.readData("database", part);
    for (const part of manifest.databases.vectors.parts) await this.readData("vectors", part);
  }

  private async images(block: GridBlock, imageSizes: readonly number[]): Promise<void> {
    for (const [index, image] of block.images.entries()) {
      const sizes = availableSizes(block.widths[index] ?? 0, block.heights[index] ?? 0, imageSizes);
      for (const size of sizes) await this.exists(imagePath(image, size), true);
    }
  }

  private async cards(shard: string): Promise<void> {
    const cards: CardShard | undefined = await this.readJson("cards", shard);
    for (const { original } of Object.values(cards ?? {})) {
      if (original !== null) await this.exists(original, false);
    }
  }

  private async readJson<T>(folder: DataFolder, name: string): Promise<T | undefined> {
    const bytes = await this.readData(folder, name);
    return bytes && JSON.parse(bytes.toString());
  }

  private async readData(folder: DataFolder, name: string): Promise<Buffer | undefined> {
    const path = `data/${folder}/${name}`;
    const bytes = await this.read(path);
    if (!bytes) return undefined;
    const content = dataContent(bytes, name);
    if (content) return content;
    this.problems.push(`${path} is damaged: its content is not what its name says`);
    return undefined;
  }

  private async read(path: string): Promise<Buffer | undefined> {
    try {
      return await readFile(join(this.site, path));
    } catch (error) {
      this.problems.push(`${path} can't be read: ${describeError(error)}`);
      return undefined;
    }
  }

  private async exists(path: string, notEmpty: boolean): Promise<void> {
    try {
      const { size } = await stat(join(this.site, path));
      if (notEmpty && size === 0) this.problems.push(`${path} is empty`);
    } catch (error) {
      this.problems.push(`${path} can't be read: ${describeError(error)}`);
    }
  }
}
