// Firefox and WebKit, for e2e/browsers.test.ts. `node scripts/other-browsers.mjs` installs what is missing, where Debian can be reached.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installWithApt, programOnPath } from "./system-packages.mjs";

const DOWNLOAD_MS = 120_000;

/** The path of Firefox, or undefined. AKIN_FIREFOX names another one. */
export function findFirefox() {
  const named = process.env.AKIN_FIREFOX;
  if (named && existsSync(named)) return named;
  return programOnPath("firefox-esr") ?? programOnPath("firefox");
}

/** WebKitGTK's WebDriver, its browser, and a display for it, as Debian has them; undefined unless all are there. */
export function findWebKit() {
  const driver = programOnPath("WebKitWebDriver");
  const display = programOnPath("Xvfb");
  const browser = miniBrowser();
  return driver && display && browser ? { driver, browser, display } : undefined;
}

function miniBrowser() {
  const libraries = "/usr/lib";
  if (!existsSync(libraries)) return undefined;
  return readdirSync(libraries)
    .filter((name) => name.endsWith("-linux-gnu"))
    .flatMap((name) =>
      readdirSync(join(libraries, name))
        .filter((version) => version.startsWith("webkit2gtk-4"))
        .map((version) => join(libraries, name, version, "MiniBrowser")),
    )
    .find((path) => existsSync(path));
}

function installMissing() {
  const packages = [
    ...(findFirefox() ? [] : ["firefox-esr"]),
    ...(findWebKit() ? [] : ["webkit2gtk-driver", "xvfb"]),
  ];
  if (packages.length === 0) return;
  if (!programOnPath("apt-get")) {
    console.error("There is no apt-get here: the tests in Firefox and WebKit may be skipped.");
    return;
  }
  console.error(`Installing ${packages.join(", ")} …`);
  if (!installWithApt(packages, DOWNLOAD_MS))
    console.error("The tests in Firefox and WebKit may be skipped.");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) installMissing();
