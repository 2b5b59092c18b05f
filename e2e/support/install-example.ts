import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const INSTALL_MS = 240_000;

/** What npm says where no registry answers. */
const OFFLINE =
  /ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network request/;

export interface InstalledExample {
  folder: string;
  /** Runs one of its scripts. @throws Error with what it printed if it fails */
  run(script: string, ...args: string[]): Promise<void>;
}

/**
 * Copies an example and installs what it depends on, akin-browser as it would be published.
 *
 * It goes to `.cache/<name>`, as deep in the repository as it lies, whose `node_modules` stay for the next time.
 *
 * @returns the reason where no package registry can be reached
 */
export async function installExample(name: string): Promise<InstalledExample | { why: string }> {
  const folder = join(ROOT, ".cache", name);
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(folder)) {
    if (entry !== "node_modules") rmSync(join(folder, entry), { recursive: true, force: true });
  }
  const generated = /[\\/](?:node_modules|\.next|out|gallery|photos)$/;
  cpSync(join(ROOT, "examples", name), folder, {
    recursive: true,
    filter: (source) => !generated.test(source),
  });
  // npm takes a package of the same version for the same one.
  rmSync(join(folder, "node_modules/akin-browser"), { recursive: true, force: true });
  rmSync(join(folder, "node_modules/.package-lock.json"), { force: true });
  const patience = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=60000"];
  const install = ["install", "--no-audit", "--no-fund", "--prefer-offline", ...patience];
  const { exitCode, output } = await npm(folder, install);
  if (exitCode === null) return { why: `npm install took over ${INSTALL_MS / 1000} s` };
  if (exitCode !== 0) {
    if (OFFLINE.test(output)) return { why: "the package registry can't be reached" };
    throw new Error(`npm install in ${folder} failed: ${output}`);
  }
  if (!existsSync(join(folder, "node_modules/akin-browser/dist/index.js")))
    throw new Error("akin-browser is not built: npm run build");
  return {
    folder,
    async run(script, ...args) {
      const ran = await npm(folder, ["run", script, "--", ...args]);
      if (ran.exitCode !== 0) throw new Error(`npm run ${script} failed: ${ran.output}`);
    },
  };
}

/** @returns exit code null if it took too long */
async function npm(cwd: string, args: string[]) {
  // npm is a .cmd file on Windows, which only a shell starts.
  const child = spawn("npm", args, {
    cwd,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
    timeout: INSTALL_MS,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (data) => {
      output += data;
    });
  }
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { exitCode, output };
}
