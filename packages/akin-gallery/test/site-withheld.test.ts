import { gunzipSync } from "node:zlib";
import { type CardShard, photoId } from "akin-browser/format";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_OPTIONS } from "../src/options.js";
import { checkSite } from "../src/site/check-site.js";
import { presentationOf } from "../src/site/presentation.js";
import { PUBLIC_FIELDS, publicFields } from "../src/site/public-fields.js";
import { readFiles, SiteAlbum } from "./site-album.js";

/** Each field's value as it would be seen, in a form that stands nowhere else. */
const MARKS: Record<string, string> = {
  title: "Titlemark",
  description: "Describemark",
  tags: "Tagmark",
  time: "2017-03-09",
  place: "Citymark",
  coordinates: "12.34",
  filename: "Namemark",
  folder: "Foldermark",
  file_size: "7654321",
  camera_make: "Makemark",
  camera_model: "Modelmark",
  lens: "Lensmark",
  software: "Softmark",
  copyright: "Copymark",
  creator: "Creatormark",
  people: "Facemark",
  serial_number: "Serialmark",
  lens_serial_number: "Glassmark",
  owner_name: "Ownermark",
};

const EXIF = {
  camera_make: "Makemark",
  camera_model: "Modelmark",
  lens: "Lensmark",
  software: "Softmark",
  copyright: "Copymark",
  creator: "Creatormark",
  people: ["Facemark"],
  serial_number: "Serialmark",
  lens_serial_number: "Glassmark",
  owner_name: "Ownermark",
};

let album: SiteAlbum;

beforeEach(() => {
  album = new SiteAlbum();
});

afterEach(() => album.dispose());

async function addMarked(): Promise<void> {
  const shared = { exif: JSON.stringify(EXIF), latitude: 12.34, longitude: 56.78 };
  await album.add("Foldermark/Namemark.jpg", {
    ...shared,
    title: "Titlemark",
    description: "Describemark",
    tags: '["Tagmark"]',
    geocode: '{"city":"Citymark"}',
    taken_at: "2017-03-09T08:00:00",
    file_size: 7654321,
  });
  // One more of the same, so that both tell what they have in common; it has no title, and is called by its name.
  await album.add("Foldermark/Namemark2.JPG", { ...shared, taken_at: "2017-03-09T09:00:00" });
}

function write(withhold: string[], publish: string[] = []) {
  const presentation = presentationOf({ ...DEFAULT_OPTIONS, url: "https://example.org/" });
  return album.write({ presentation, fields: publicFields({ publish, withhold }) });
}

/** All that the site's files say, in one text. */
function published(): string {
  const files = [...readFiles(album.site).values()].map((bytes) =>
    bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes,
  );
  return Buffer.concat(files).toString("latin1");
}

function cards() {
  const { index } = album.manifest().cards;
  const shards = index.flatMap((name) => album.json<string[]>("cards", name));
  return shards.flatMap((name) => Object.values(album.json<CardShard>("cards", name)));
}

const byDefault = new Set<string>(publicFields({ publish: [], withhold: [] }));

describe("a field that is kept back is in no file of a site", () => {
  test.each(Object.entries(MARKS).filter(([field]) => byDefault.has(field)))(
    "%s",
    async (field, mark) => {
      await addMarked();
      await write([]);
      expect(published().toLowerCase()).toContain(mark.toLowerCase());
      await write([field]);
      expect(published().toLowerCase()).not.toContain(mark.toLowerCase());
      expect(await checkSite(album.site)).toEqual([]);
      await write([]);
      expect(published().toLowerCase()).toContain(mark.toLowerCase());
    },
  );
});

describe("a field that tells who somebody is", () => {
  test.each(Object.entries(MARKS).filter(([field]) => !byDefault.has(field)))(
    "%s is told only if the owner wants it",
    async (field, mark) => {
      await addMarked();
      await write([]);
      expect(published()).not.toContain(mark);
      await write([], [field]);
      expect(published()).toContain(mark);
    },
  );
});

test("with all fields kept back, photos have nothing but their pictures", async () => {
  await addMarked();
  await write([...PUBLIC_FIELDS]);
  const text = published();
  for (const mark of Object.values(MARKS)) expect(text).not.toContain(mark);
  for (const card of cards()) {
    expect(card).toMatchObject({ takenAt: null, exif: {}, tags: [], fileSize: null, place: null });
    expect(card.similar.map(({ reasons }) => reasons)).toEqual([[]]);
    expect(card.filename).toMatch(/^photo-[0-9a-f]{10}$/);
  }
  const manifest = album.manifest();
  expect(manifest).toMatchObject({
    albums: null,
    places: null,
    timeline: [{ month: null, photos: 2 }],
  });
  const searchable = album.openSearchable();
  const kinds = searchable.prepare("SELECT DISTINCT kind FROM facets ORDER BY kind").all();
  expect(kinds.map(({ kind }) => kind)).toEqual(["orientation"]);
  expect(searchable.prepare("SELECT count(*) AS words FROM words").get()).toEqual({ words: 0 });
  searchable.close();
});

test("other names come from the content: they stay, are found by path, and are not told apart by their order", async () => {
  await addMarked();
  await write(["filename", "time"]);
  const before = cards();
  for (const { id, path } of before) {
    expect(path).toMatch(/^Foldermark\/photo-[0-9a-f]{10}$/);
    expect(id).toBe(photoId(path));
  }
  await album.add("Foldermark/Another.jpg");
  await write(["filename", "time"]);
  expect(cards().map(({ path }) => path)).toEqual(
    expect.arrayContaining(before.map(({ path }) => path)),
  );
  const { timeline } = album.manifest();
  const [block] = timeline[0]?.blocks ?? [];
  const { labels } = album.json<{ labels: string[] }>("grid", block?.name ?? "");
  expect(labels.slice(1)).toEqual(labels.slice(1).toSorted());
});

test("where only folders are kept back, photos of one name have different paths", async () => {
  await album.add("a/one.jpg");
  await album.add("b/one.jpg");
  await write(["folder"]);
  const paths = cards().map(({ path, filename }) => [path, filename]);
  expect(new Set(paths.map(([path]) => path)).size).toBe(2);
  for (const [path, filename] of paths) {
    expect(path).toMatch(/^one-[0-9a-f]{10}\.jpg$/);
    expect(filename).toBe("one.jpg");
  }
});

test("unknown names are refused with the known ones", () => {
  expect(() => publicFields({ publish: ["peple"], withhold: [] })).toThrow(
    /no field "peple"; known are title, .*people/,
  );
  expect(() => publicFields({ publish: ["people"], withhold: ["people"] })).toThrow(/both/);
});
