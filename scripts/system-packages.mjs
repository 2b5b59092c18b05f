import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The path of a program that the shell would find, or undefined. */
export function programOnPath(name) {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/**
 * Installs packages of Debian's; says so and gives false where that fails.
 * @param {string[]} packages
 * @param {number} [downloadMs] how long the download may take; default: as long as it does
 */
export function installWithApt(packages, downloadMs) {
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = [
    "install",
    "-y",
    "--no-install-recommends",
    "-o",
    "Dpkg::Use-Pty=0",
    ...packages,
  ];
  // Only what can be cut off without harm is limited.
  const steps = [
    { args: ["update"], timeout: downloadMs },
    { args: [...install, "--download-only"], timeout: downloadMs },
    { args: install },
  ];
  for (const { args, timeout } of steps) {
    const [program, ...rest] = [...prefix, "apt-get", "-qq", ...args];
    const { status } = spawnSync(program, rest, {
      stdio: ["ignore", "ignore", "inherit"],
      env,
      timeout,
    });
    if (status !== 0) {
      console.error(`${[program, ...rest].join(" ")} failed.`);
      return false;
    }
  }
  return true;
}
