import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OtherBrowser } from "./other-browser.js";

/** Records what is written to the console, uncaught errors, files that could not be loaded, and what the page's rules forbid. */
const RECORDER = `globalThis.problems = [];
for (const level of ["debug", "log", "info", "warn", "error"]) {
  const write = console[level];
  console[level] = (...what) => {
    problems.push(level + ": " + what.join(" "));
    write.apply(console, what);
  };
}
const record = (what) => problems.push(what);
addEventListener("error", ({ message, target }) => record(message ?? "not loaded: " + (target.src ?? target.href)), true);
addEventListener("unhandledrejection", ({ reason }) => record("unhandled: " + reason));
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => record(violatedDirective + " forbids " + blockedURI));
`;

/** Copies a page's folder, and lets its index.html begin with a script that records what goes wrong. */
export function copyRecorded(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  const index = join(to, "index.html");
  const html = readFileSync(index, "utf8");
  // Before everything but the page's rules, which the script is to be under as well.
  const rules = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
  const place = rules.exec(html) ?? /<head>/.exec(html);
  if (place === null) throw new Error(`${index} has no <head>.`);
  const at = place.index + place[0].length;
  writeFileSync(
    index,
    `${html.slice(0, at)}<script src="record-problems.js"></script>${html.slice(at)}`,
  );
  writeFileSync(join(to, "record-problems.js"), RECORDER);
}

/** What has gone wrong since the page was opened. */
export const problemsOf = (browser: OtherBrowser) => browser.evaluate<string[]>("problems");
