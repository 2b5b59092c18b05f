// node scripts/screenshots.mjs: the README's pictures, taken of the demo gallery.
import { existsSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { buildDemoGallery, demoGallery } from "./demo-gallery.mjs";
import { build, fail, findBrowser, install, root } from "./setup.mjs";

const MOST_BYTES = 300_000;
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** The photo view shows the first landscape of this family that has a place and tags. */
const FAMILY = "harbour";

install();
if (!existsSync(join(demoGallery, "site/index.html"))) {
  build();
  buildDemoGallery();
}
const executablePath = await findBrowser({ install: true });
if (!executablePath)
  fail("Screenshots need Chrome or Chromium: install one, or set AKIN_BROWSER to its path.");
const { chromium } = await import("playwright-core");
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const { serveSite } = await import("akin-gallery");
const server = await serveSite(join(demoGallery, "site"), 0);
try {
  const photo = `?photo=${photoId()}`;
  await take("grid.jpg", "", { viewport: DESKTOP, colorScheme: "light" });
  await take("photo.jpg", photo, { viewport: DESKTOP, colorScheme: "dark" });
  await take("phone.jpg", "", {
    viewport: PHONE,
    deviceScaleFactor: 2,
    colorScheme: "light",
    isMobile: true,
    hasTouch: true,
  });
} finally {
  await browser.close();
  await server.close();
}

async function take(name, path, options) {
  const page = await browser.newPage(options);
  await page.goto(`http://localhost:${server.port}/${path}`, { waitUntil: "networkidle" });
  await page.waitForFunction(() => {
    const inView = [...document.images].filter(
      (image) => image.getBoundingClientRect().top < innerHeight,
    );
    return inView.length > 0 && inView.every((image) => image.complete && image.naturalWidth > 0);
  });
  // Photos fade in.
  await page.waitForTimeout(600);
  const file = join(root, "docs", name);
  for (const quality of [88, 80, 70, 60, 50]) {
    writeFileSync(file, await page.screenshot({ type: "jpeg", quality }));
    if (statSync(file).size <= MOST_BYTES) break;
  }
  console.log(`docs/${name}: ${Math.round(statSync(file).size / 1000)} KB`);
  await page.close();
}

function photoId() {
  const require = createRequire(join(root, "packages/akin-gallery/package.json"));
  const { DatabaseSync } = require("@photostructure/sqlite");
  const database = new DatabaseSync(join(demoGallery, "database.db"), { readOnly: true });
  const row = database
    .prepare(
      "SELECT id FROM images WHERE path LIKE ? AND width > height AND latitude IS NOT NULL AND tags <> '[]' ORDER BY path",
    )
    .get(`${FAMILY}/%`);
  database.close();
  return row?.id ?? fail(`The demo gallery has no such photo of ${FAMILY}.`);
}
