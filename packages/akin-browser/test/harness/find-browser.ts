import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const PLACES = ["/usr/bin", "/usr/local/bin", "/Applications/Google Chrome.app/Contents/MacOS"];

/** Whether AKIN_NO_BROWSER says to leave the tests in a browser out. */
export const noBrowser = Boolean(process.env.AKIN_NO_BROWSER);

/** The browser that AKIN_BROWSER names, or an installed Chromium or Chrome. */
export function findBrowser(): string {
  const { AKIN_BROWSER, PATH = "" } = process.env;
  const folders = [...PATH.split(delimiter), ...PLACES];
  const installed = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = [AKIN_BROWSER ?? [], installed].flat().find((file) => existsSync(file));
  if (found !== undefined) return found;
  throw new Error(
    "These tests need Chromium or Chrome: install one, set AKIN_BROWSER to its path, or set AKIN_NO_BROWSER=1 to leave them out.",
  );
}
