// npm test [-- arguments of vitest]: everything, from a fresh clone.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, fail, findBrowser, install, root } from "./setup.mjs";

const results = join(root, "test-results/vitest.json");

install();
build();
const browser = await findBrowser({ install: true });
if (!browser)
  fail("The tests need Chrome or Chromium: install one, or set AKIN_BROWSER to its path.");
rmSync(results, { force: true });
const { status } = spawnSync(
  process.execPath,
  [
    join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${results}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: "inherit", env: { ...process.env, AKIN_BROWSER: browser } },
);
if (existsSync(results)) console.log(summary(JSON.parse(readFileSync(results, "utf8"))));
process.exit(status ?? 1);

function summary({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  // A file that can't be loaded has failed, though none of its tests has.
  const broken = testResults.filter(
    (file) =>
      file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const failed = numFailedTests + broken.length;
  return `${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped`;
}
