import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installWithApt, programOnPath } from "./system-packages.mjs";

const NO_NETWORK_MS = 20_000;
const DOWNLOAD_MS = 300_000;

/**
 * The path of a Chrome or Chromium, or undefined.
 * @param {{ install: boolean }} options whether one may be downloaded where none is found
 */
export async function findBrowser({ install }) {
  for (const name of ["AKIN_BROWSER", "CHROME_PATH"]) {
    const path = process.env[name];
    if (!path) continue;
    if (existsSync(path)) return path;
    console.error(`${name} is ${path}, which does not exist: looking elsewhere.`);
  }
  const found = findInstalled();
  if (found || !install) return found;
  console.error("No Chrome or Chromium found. Trying Playwright's download …");
  if (await downloadWithPlaywright()) {
    const downloaded = findInstalled();
    if (downloaded) return downloaded;
    console.error("Playwright's Chromium does not start here.");
  }
  if (process.platform !== "linux" || !programOnPath("apt-get")) return undefined;
  console.error("Trying Debian's package chromium …");
  installWithApt(["chromium"]);
  return findInstalled();
}

function findInstalled() {
  return [...systemBrowsers(), ...playwrightBrowsers()].find(
    (path) => existsSync(path) && starts(path),
  );
}

function systemBrowsers() {
  if (process.platform === "darwin") {
    const apps = ["Google Chrome", "Chromium", "Microsoft Edge"];
    return ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app/Contents/MacOS/${app}`)),
    );
  }
  if (process.platform === "win32") {
    const folders = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map(
      (name) => process.env[name],
    );
    const programs = [
      "Google/Chrome/Application/chrome.exe",
      "Microsoft/Edge/Application/msedge.exe",
    ];
    return folders
      .filter(Boolean)
      .flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  const names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome"];
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function playwrightBrowsers() {
  const caches = {
    darwin: join(homedir(), "Library/Caches/ms-playwright"),
    win32: join(process.env.LOCALAPPDATA ?? homedir(), "ms-playwright"),
  };
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    caches[process.platform] ??
    join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "ms-playwright");
  if (!existsSync(cache)) return [];
  const programs =
    /^(chrome|chrome-headless-shell|headless_shell)(\.exe)?$|^(Chromium|Google Chrome for Testing)$/;
  return readdirSync(cache)
    .filter((folder) => folder.startsWith("chromium"))
    .sort()
    .reverse()
    .flatMap((folder) =>
      readdirSync(join(cache, folder), { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile() && programs.test(file.name))
        .map((file) => join(file.parentPath ?? file.path, file.name)),
    );
}

/** Whether it runs at all: a downloaded browser may lack libraries of the system. */
function starts(path) {
  // Chrome for Windows answers --version by opening a window.
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

function downloadWithPlaywright() {
  const cli = fileURLToPath(new URL("../node_modules/playwright-core/cli.js", import.meta.url));
  if (!existsSync(cli)) return false;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, "install", "chromium", "--only-shell"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "6000" },
    });
    const stop = () => child.kill();
    // It tries several servers several times; without any data by then there is no network.
    const impatience = setTimeout(stop, NO_NETWORK_MS);
    const limit = setTimeout(stop, DOWNLOAD_MS);
    child.stdout.on("data", (text) => {
      if (/\d% of/.test(text)) clearTimeout(impatience);
    });
    child.stderr.resume();
    child.on("close", (status) => {
      clearTimeout(impatience);
      clearTimeout(limit);
      console.error(
        status === 0 ? "Playwright's Chromium is installed." : "Playwright's download failed.",
      );
      resolve(status === 0);
    });
  });
}
