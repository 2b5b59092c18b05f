import { readFileSync } from "node:fs";

/** This package's version, from its package.json. */
export const AKIN_VERSION: string = readVersion();

function readVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  const parsed: { version: string } = JSON.parse(text);
  return parsed.version;
}
