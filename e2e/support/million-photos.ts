import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import type { GridBlock, TimelineMonth } from "akin-browser/format";
import type { Page } from "playwright-core";

const YEARS = 100;
const BLOCKS_A_MONTH = 2;
const PHOTOS_A_BLOCK = 420;
const FIRST_YEAR = 1926;

/** Photos of a block by its name; ids count from 1, the newest first. */
function blockOf(index: number, like: GridBlock): GridBlock {
  const month = Math.floor(index / BLOCKS_A_MONTH);
  const all = Array.from({ length: PHOTOS_A_BLOCK }, (_, at) => index * PHOTOS_A_BLOCK + at + 1);
  const day = (id: number) => String(28 - Math.floor((id % PHOTOS_A_BLOCK) / 15)).padStart(2, "0");
  const first = <T>(column: readonly T[]): T[] => all.map(() => column[0] as T);
  return {
    ids: all,
    widths: all.map((id) => 1200 + 100 * (id % 7)),
    heights: all.map(() => 1200),
    media: first(like.media),
    takenAt: all.map((id) => `${monthName(month)}-${day(id)}T12:00:00`),
    placeholders: first(like.placeholders),
    images: first(like.images),
    labels: all.map((id) => `photo ${id}`),
  };
}

function monthName(index: number): string {
  const year = FIRST_YEAR + YEARS - 1 - Math.floor(index / 12);
  return `${year}-${String(12 - (index % 12)).padStart(2, "0")}`;
}

export const MILLION = YEARS * 12 * BLOCKS_A_MONTH * PHOTOS_A_BLOCK;

let made: Map<string, () => string> | undefined;

/** The contents of all blocks, by their names. @param text a block, of whose first photo all are to be */
function blocksLike(text: string): Map<string, () => string> {
  if (made !== undefined) return made;
  const like: GridBlock = JSON.parse(text);
  const blocks = Array.from({ length: YEARS * 12 * BLOCKS_A_MONTH }, (_, index) => {
    const content = () => JSON.stringify(blockOf(index, like));
    return [nameOf(content()), content] as const;
  });
  made = new Map(blocks);
  return made;
}

/** As the format has it: of the content's SHA-256. */
function nameOf(content: string): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 20);
}

/** Has a page that shows a gallery show one of a million photos, each of which looks like the gallery's first. */
export async function showMillionPhotos(page: Page, url: string): Promise<void> {
  const manifest = await (await fetch(new URL("data/manifest.json", url))).json();
  const [{ name }] = manifest.timeline[0].blocks;
  const first = await fetch(new URL(`data/grid/${name}`, url));
  const blocks = blocksLike(String(gunzipSync(await first.arrayBuffer())));
  const names = [...blocks.keys()].map((each) => ({ name: each, photos: PHOTOS_A_BLOCK }));
  const timeline = Array.from(
    { length: YEARS * 12 },
    (_, month): TimelineMonth => ({
      month: monthName(month),
      photos: BLOCKS_A_MONTH * PHOTOS_A_BLOCK,
      blocks: names.slice(month * BLOCKS_A_MONTH, (month + 1) * BLOCKS_A_MONTH),
    }),
  );
  await page.route("**/data/manifest.json", (route) =>
    route.fulfill({ json: { ...manifest, photos: MILLION, timeline } }),
  );
  await page.route("**/data/grid/*", (route) =>
    route.fulfill({ body: blocks.get(route.request().url().slice(-20))?.() ?? "" }),
  );
}
