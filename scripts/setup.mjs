// What the other scripts need before they can start. No dependencies: it runs before `npm ci`.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

export { findBrowser } from "./find-browser.mjs";

/** The repository's root, with a separator at the end. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** The `akin` command of this repository. */
export const akin = fileURLToPath(new URL("../packages/akin-gallery/bin/akin.js", import.meta.url));

const LEAST_NODE = [20, 19];

/** Installs the dependencies unless those of this lock file are there. */
export function install() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
    fail(`Akin needs Node ${LEAST_NODE.join(".")} or newer; this is ${process.versions.node}.`);
  }
  const installed = `${root}node_modules/.package-lock.json`;
  const isFresh =
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs;
  if (!isFresh) run("npm", ["ci"]);
}

/** Compiles the packages and bundles the app. */
export function build() {
  run("npm", ["run", "--silent", "build"]);
}

/** Runs a program from the root with this terminal; ends this process when it fails. */
export function run(program, args) {
  // npm and npx are .cmd files on Windows, which only a shell starts.
  const shell = process.platform === "win32" && program.startsWith("np");
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: "inherit", shell });
  if (error) fail(`${program} could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

/** Prints one line and ends this process. */
export function fail(message) {
  console.error(message);
  process.exit(1);
}
