// Who may import whom (see ARCHITECTURE.md). Prints each offence as file:line, and fails when there is one.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const publicEntries = Object.keys(readJson("packages/akin-browser/package.json").exports).map(
  (entry) => join("akin-browser", entry).replaceAll(sep, "/"),
);
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\bvi\.mock\(\s*)(["'])([^"'\n]+)\1/g;

const RULES = {
  "packages/akin-gallery": (name) =>
    isPackage(name, "akin-browser") &&
    name !== "akin-browser/format" &&
    name !== "akin-browser/sight" &&
    "akin-gallery imports only akin-browser/format and akin-browser/sight",
  "packages/akin-browser": (name) =>
    isPackage(name, "akin-gallery") && "akin-browser imports nothing of akin-gallery",
  "packages/app": (name) =>
    (isPackage(name, "akin-gallery") && "the app imports nothing of akin-gallery") ||
    (isPackage(name, "akin-browser") &&
      !publicEntries.includes(name.replace(/\?url$/, "")) &&
      `the app imports only akin-browser's public entries (${publicEntries.join(", ")})`),
};

const offences = [];
for (const [folder, rule] of Object.entries(RULES)) {
  for (const file of sources(join(folder, "src"))) checkFile(file, folder, rule);
}
for (const folder of [
  "packages/akin-gallery/src",
  "packages/akin-browser/src",
  "packages/app/src",
  "demo",
  "bench",
]) {
  for (const file of sources(folder)) if (/(^|[\\/])index\.ts$/.test(file)) checkIndex(file);
}
for (const offence of offences) console.error(offence);
process.exit(offences.length === 0 ? 0 : 1);

function checkFile(file, folder, rule) {
  const text = withoutComments(readFileSync(join(root, file), "utf8"));
  for (const match of text.matchAll(IMPORT)) {
    const name = match[2];
    const leaves =
      name.startsWith(".") &&
      relative(join(root, folder), resolve(root, dirname(file), name)).startsWith("..");
    const reason = leaves ? `a relative path leaves ${folder}` : rule(name);
    if (reason) report(file, text, match.index, `imports "${name}": ${reason}`);
  }
}

function checkIndex(file) {
  const text = withoutComments(readFileSync(join(root, file), "utf8"));
  const rest = text.replaceAll(
    /^"use client";|export\s+(?:type\s+)?(?:\{[^}]*\}|\*(?:\s+as\s+\w+)?)\s+from\s+"[^"]+";/g,
    (found) => found.replaceAll(/\S/g, " "),
  );
  const first = rest.search(/\S/);
  if (first >= 0) report(file, text, first, "index.ts only re-exports");
}

/** Comments become spaces, so that lines and positions stay. */
function withoutComments(text) {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, (found) =>
    found.replaceAll(/[^\n]/g, " "),
  );
}

function report(file, text, index, message) {
  const line = text.slice(0, index).split("\n").length;
  offences.push(`${file.replaceAll(sep, "/")}:${line} ${message}`);
}

function sources(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.(?:ts|tsx|mts|js|mjs)$/.test(file.name))
    .map((file) => relative(root, join(file.parentPath ?? file.path, file.name)))
    .filter((file) => !/(?:^|[\\/])(?:node_modules|dist)[\\/]/.test(file));
}

function isPackage(name, wanted) {
  return name === wanted || name.startsWith(`${wanted}/`);
}

function readJson(file) {
  return JSON.parse(readFileSync(join(root, file), "utf8"));
}
