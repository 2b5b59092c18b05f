import { createHash } from "node:crypto";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { DatabaseSync } from "@photostructure/sqlite";
import { type Manifest, photoId } from "akin-browser/format";
import sharp from "sharp";
import { DATABASE_SCHEMA } from "../src/database/schema.js";
import type { Effects } from "../src/effects.js";
import { DEFAULT_OPTIONS } from "../src/options.js";
import { decodePhoto } from "../src/photos/decode-photo.js";
import { imageName } from "../src/site/image-options.js";
import { makeImages, makePlaceholder } from "../src/site/make-images.js";
import { presentationOf } from "../src/site/presentation.js";
import { USUAL_FIELDS } from "../src/site/public-fields.js";
import type { SiteInput } from "../src/site/site-input.js";
import { writeSite } from "../src/site/write-site.js";

/** Stands in every place that must not be published. */
export const SECRET = "sEcReT-7381";

const DIMENSIONS = 8;

export function quietEffects(controller = new AbortController()): Effects {
  const progress = () => ({ update() {}, finish() {} });
  return { info() {}, warn() {}, progress, signal: controller.signal };
}

/** A small album with its database.db, in a temporary folder of its own. */
export class SiteAlbum {
  readonly root = mkdtempSync(join(tmpdir(), "akin-site-"));
  readonly photosFolder = join(this.root, `photos-${SECRET}`);
  readonly cache = join(this.root, "cache");
  readonly site = join(this.root, "site");
  readonly app = join(this.root, "app");
  readonly database = new DatabaseSync(join(this.root, "database.db"));

  constructor() {
    this.database.exec("PRAGMA synchronous = OFF");
    this.database.exec(DATABASE_SCHEMA);
    this.writeApp("index-AbCd1234.js");
  }

  writeApp(script: string): void {
    rmSync(this.app, { recursive: true, force: true });
    mkdirSync(join(this.app, "assets"), { recursive: true });
    for (const file of ["favicon.svg", "share-page.css"]) {
      copyFileSync(new URL(`../../app/public/${file}`, import.meta.url), join(this.app, file));
    }
    writeFileSync(join(this.app, "sw.js"), "// A service worker");
    writeFileSync(join(this.app, "assets", script), "export {};");
    writeFileSync(
      join(this.app, "index.html"),
      `<!doctype html><title>Akin</title><script type="module" src="./assets/${script}"></script>`,
    );
  }

  /** Draws a photo whose picture, date and vector depend on its path alone. */
  async add(
    path: string,
    columns: Record<string, string | number | Uint8Array | null> = {},
  ): Promise<void> {
    const hash = createHash("sha256").update(path).digest();
    const file = join(this.photosFolder, path);
    mkdirSync(dirname(file), { recursive: true });
    const background = { r: hash[0] ?? 0, g: hash[1] ?? 0, b: hash[2] ?? 0 };
    const picture = sharp({ create: { width: 900, height: 600, channels: 3, background } });
    writeFileSync(
      file,
      await picture
        .withExif({ IFD0: { Artist: SECRET } })
        .jpeg()
        .toBuffer(),
    );
    const contentHash = createHash("sha256").update(readFileSync(file)).digest("hex");
    const size = { width: 900, height: 600 };
    const name = imageName(contentHash);
    await makeImages({ name, ...size }, await decodePhoto(file), this.cache);
    const placeholder = await makePlaceholder(this.cache, name);
    this.insert({
      id: photoId(path),
      path,
      filename: path.slice(path.lastIndexOf("/") + 1),
      tags: '["sea"]',
      exif: JSON.stringify({ iso: 100, serial_number: SECRET, camera_make: "Nikon" }),
      geocode: JSON.stringify({ country: "Italy", city: "Rome", street: SECRET }),
      ...size,
      taken_at: `20${10 + ((hash[3] ?? 0) % 10)}-0${1 + ((hash[4] ?? 0) % 9)}-11T10:20:30`,
      file_size: 1234,
      modified_at: 1,
      content_hash: contentHash,
      placeholder,
      metadata_fingerprint: SECRET,
      ...columns,
    });
  }

  insert(row: Record<string, unknown>): void {
    const columns = Object.keys(row);
    const marks = columns.map(() => "?").join(", ");
    this.database
      .prepare(`INSERT INTO images(${columns.join(", ")}) VALUES (${marks})`)
      .run(...Object.values(row));
  }

  remove(path: string): void {
    this.database.prepare("DELETE FROM images WHERE path = ?").run(path);
  }

  ids(): number[] {
    const rows: { id: number }[] = this.database.prepare("SELECT id FROM images ORDER BY id").all();
    return rows.map((row) => row.id);
  }

  input(changes: Partial<SiteInput> = {}): SiteInput {
    this.linkNeighbours();
    const { database, photosFolder, cache, site, app } = this;
    return {
      database,
      vectors: this.ids().map((id) => ({ id, vector: vectorOf(id) })),
      model: { name: "test-model", dimensions: DIMENSIONS },
      buildId: createHash("sha256").update(this.ids().join()).digest("hex"),
      title: "Holidays",
      presentation: presentationOf(DEFAULT_OPTIONS),
      photosFolder,
      cache,
      site,
      app,
      originals: "none",
      fields: USUAL_FIELDS,
      cors: undefined,
      mapPlaces: null,
      words: [],
      towers: { text: null, vision: null, fingerprint: "" },
      ...changes,
    };
  }

  write(changes: Partial<SiteInput> = {}, effects = quietEffects()) {
    return writeSite(this.input(changes), effects);
  }

  manifest(): Manifest {
    return JSON.parse(readFileSync(join(this.site, "data/manifest.json"), "utf8"));
  }

  json<T>(folder: string, name: string): T {
    return JSON.parse(gunzipSync(readFileSync(join(this.site, "data", folder, name))).toString());
  }

  /** The content of the chunks that index files list, in order. */
  chunks(folder: string, index: readonly string[]): { name: string; bytes: Buffer }[] {
    const entries = index.flatMap((name) => this.json<[string, number][]>(folder, name));
    return entries.map(([name]) => {
      const bytes = readFileSync(join(this.site, "data", folder, name));
      return { name, bytes: folder === "vectors" ? bytes : gunzipSync(bytes) };
    });
  }

  /** Joins the searchable database, and opens it. */
  openSearchable() {
    const { index } = this.manifest().database;
    const file = join(this.root, "searchable.db");
    writeFileSync(file, Buffer.concat(this.chunks("database", index).map(({ bytes }) => bytes)));
    return new DatabaseSync(file, { readOnly: true });
  }

  dispose(): void {
    this.database.close();
    rmSync(this.root, { recursive: true, force: true });
  }

  private linkNeighbours(): void {
    const ids = this.ids();
    this.database.exec("BEGIN; DELETE FROM neighbours");
    const add = this.database.prepare("INSERT INTO neighbours VALUES (?, ?, ?, ?)");
    for (const id of ids) {
      const others = ids.filter((other) => other !== id);
      others.sort((a, b) => distance(id, a) - distance(id, b) || a - b);
      for (const [index, other] of others.slice(0, 24).entries()) {
        add.run(id, index + 1, other, distance(id, other));
      }
    }
    this.database.exec("COMMIT");
  }
}

/** All files of a folder, by path relative to it. */
export function readFiles(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.sort().map((file) => [file.slice(folder.length + 1), readFileSync(file)]));
}

function distance(a: number, b: number): number {
  return Math.abs(a - b) / 2 ** 53 / 3;
}

function vectorOf(id: number): Float32Array {
  return Float32Array.from(
    { length: DIMENSIONS },
    (_, index) => Math.sin(id / 2 ** 40 + index) / 4,
  );
}
