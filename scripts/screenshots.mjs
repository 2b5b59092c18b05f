// node scripts/screenshots.mjs [view…]: the pictures in docs/, taken of the demo gallery. docs/<view>.webp shows a view on desktop,
// tablet and phone, light and dark; the README's own pictures are grid.jpg, photo.jpg and phone.jpg.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { buildDemoGallery, demoGallery } from "./demo-gallery.mjs";
import { build, fail, findBrowser, install, root } from "./setup.mjs";

const MOST_BYTES = 300_000;
const DESKTOP = { viewport: { width: 1440, height: 900 } };
const TABLET = { viewport: { width: 820, height: 1180 }, isMobile: true, hasTouch: true };
const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};
/** Heights on the sheet of a view, in pixels. */
const SHEET = [
  [DESKTOP, 600],
  [TABLET, 600],
  [PHONE, 600],
];
const GAP = 16;

install();
build();
buildDemoGallery();
const executablePath = await findBrowser({ install: true });
if (!executablePath)
  fail("Screenshots need Chrome or Chromium: install one, or set AKIN_BROWSER to its path.");
const { chromium } = await import("playwright-core");
const gallery = createRequire(join(root, "packages/akin-gallery/package.json"));
const sharp = gallery("sharp");
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const { serveSite } = await import("akin-gallery");
const server = await serveSite(join(demoGallery, "site"), 0);

/** The photo that is shown: a landscape of the harbour that has a place and tags. */
const [photo] = photosOf("harbour");
const [sunset, lighthouse] = ["sunset", "lighthouse"].map((family) => photosOf(family)[0]);
const VIEWS = {
  photos: "",
  photo: `?photo=${photo}`,
  search: "?q=sunset",
  filters: "?colour=green&orientation=landscape",
  alike: `?like=${photo}`,
  "alike-two": `?like=${sunset},${lighthouse}`,
  albums: "?view=albums",
  map: "?view=places",
  likeness: "?view=likeness",
};

try {
  const wanted = process.argv.slice(2);
  for (const [view, address] of Object.entries(VIEWS)) {
    if (wanted.length === 0 || wanted.includes(view)) await takeSheet(view, address);
  }
  if (wanted.length === 0) {
    await takePicture("grid.jpg", VIEWS.photos, { ...DESKTOP, colorScheme: "light" });
    await takePicture("photo.jpg", VIEWS.photo, { ...DESKTOP, colorScheme: "dark" });
    await takePicture("phone.jpg", VIEWS.photos, { ...PHONE, colorScheme: "light" });
  }
} finally {
  await browser.close();
  await server.close();
}

/** One view on all devices: light in the upper row, dark in the lower. */
async function takeSheet(view, address) {
  const rows = [];
  for (const colorScheme of ["light", "dark"]) {
    const shots = [];
    for (const [device, height] of SHEET) {
      const png = await shoot(address, { ...device, colorScheme });
      const { data, info } = await sharp(png)
        .resize({ height })
        .toBuffer({ resolveWithObject: true });
      shots.push({ input: data, width: info.width, height });
    }
    rows.push(shots);
  }
  const widths = rows.map((shots) => shots.reduce((sum, { width }) => sum + width + GAP, GAP));
  const heights = rows.map((shots) => Math.max(...shots.map(({ height }) => height)) + GAP);
  const layers = rows.flatMap((shots, row) => {
    let left = GAP;
    const top = GAP + heights.slice(0, row).reduce((sum, height) => sum + height, 0);
    return shots.map(({ input, width }) => {
      const layer = { input, left, top };
      left += width + GAP;
      return layer;
    });
  });
  const sheet = sharp({
    create: {
      width: Math.max(...widths),
      height: heights.reduce((sum, height) => sum + height, GAP),
      channels: 3,
      background: "#808080",
    },
  }).composite(layers);
  const png = await sheet.png().toBuffer();
  await keep(`${view}.webp`, (quality) => sharp(png).webp({ quality, effort: 6 }).toBuffer());
}

async function takePicture(name, address, options) {
  const png = await shoot(address, options);
  await keep(name, (quality) => sharp(png).jpeg({ quality, mozjpeg: true }).toBuffer());
}

/** Writes a picture to docs/, as good as its size allows. */
async function keep(name, encode) {
  for (const quality of [88, 80, 70, 60, 50, 40]) {
    const bytes = await encode(quality);
    if (bytes.length > MOST_BYTES && quality > 40) continue;
    writeFileSync(join(root, "docs", name), bytes);
    console.log(`docs/${name}: ${Math.round(bytes.length / 1000)} KB`);
    return;
  }
}

async function shoot(address, options) {
  const context = await browser.newContext({ ...options, serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(`http://localhost:${server.port}/${address}`, { waitUntil: "networkidle" });
    await page.waitForFunction(() => {
      const inView = [...document.images].filter(
        (image) => image.getBoundingClientRect().top < innerHeight,
      );
      const isThere = inView.length > 0 || document.querySelector("main canvas") !== null;
      const isWaiting = document.querySelector("[aria-busy=true]") !== null;
      return isThere && !isWaiting && inView.every((image) => image.complete);
    });
    // Photos fade in, and maps come to rest.
    await page.waitForTimeout(2500);
    return await page.screenshot();
  } finally {
    await context.close();
  }
}

function photosOf(family) {
  const { DatabaseSync } = gallery("@photostructure/sqlite");
  const database = new DatabaseSync(join(demoGallery, "database.db"), { readOnly: true });
  const rows = database
    .prepare(
      "SELECT id FROM images WHERE path LIKE ? AND width > height AND tags <> '[]' ORDER BY latitude IS NULL, path",
    )
    .all(`${family}/%`);
  database.close();
  if (rows.length === 0) fail(`The demo gallery has no such photo of ${family}.`);
  return rows.map(({ id }) => id);
}
