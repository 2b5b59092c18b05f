import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isAbsolute, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";
import { temporaryFolder } from "./support/temporary-folder.js";

/** `require` and TypeScript's resolution of before 2022: both packages are ES modules, as their `type` says. */
const NOT_OFFERED = ["node10", "node16-cjs"];

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const AKIN_BROWSER = join(ROOT, "packages/akin-browser");

test.each(["akin-browser", "akin-gallery"])("%s as it would be published", async (name) => {
  const tarball = pack(name);
  const { messages, pkg } = await publint({ pack: { tarball: bufferOf(tarball) }, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);

  const checked = await checkPackage(createPackageFromTarballData(tarball));
  if (checked.types === false) throw new Error("The package has no types.");
  expect(Object.keys(checked.entrypoints)).not.toEqual([]);
  const problems = checked.problems.filter(
    (problem) => !("resolutionKind" in problem && NOT_OFFERED.includes(problem.resolutionKind)),
  );
  expect(problems).toEqual([]);
});

test("akin-browser loads without a bundler: what a page fetches imports no package but React", async () => {
  const { exports } = JSON.parse(readFileSync(join(AKIN_BROWSER, "package.json"), "utf8"));
  const entries = Object.values<{ default: string }>(exports).map((entry) => entry.default);
  const scripts = entries.filter((path) => path.endsWith(".js"));
  expect(scripts.length).toBeGreaterThan(2);
  const packages = new Set<string>();
  const bundle = await rolldown({
    input: [
      ...scripts,
      "dist/worker/sqlite-worker.js",
      "dist/worker/files-worker.js",
      "dist/worker/seldom.js",
    ].map((path) => join(AKIN_BROWSER, path)),
    external(name) {
      const isPackage = !name.startsWith(".") && !isAbsolute(name);
      if (isPackage) packages.add(name);
      return isPackage;
    },
    logLevel: "silent",
  });
  await bundle.generate();
  await bundle.close();
  expect([...packages].sort()).toEqual(["react", "react/jsx-runtime"]);
});

test.each(["Bundler", "NodeNext"])(
  "all types hold for a strict program that resolves as %s",
  (moduleResolution) => {
    const entries = ["akin-browser", "akin-gallery"].flatMap((name) => {
      const manifest = readFileSync(join(ROOT, "packages", name, "package.json"), "utf8");
      return Object.keys(JSON.parse(manifest).exports).map((entry) => posix.join(name, entry));
    });
    // Below the root, where the packages and what they depend on are found.
    const folder = join(ROOT, ".cache", `types-${moduleResolution}`);
    mkdirSync(folder, { recursive: true });
    const source = entries.map((entry, index) =>
      /\.(css|bin)$/.test(entry)
        ? `import "${entry}";`
        : `import * as entry${index} from "${entry}";\nconsole.log(entry${index});`,
    );
    writeFileSync(join(folder, "program.mts"), source.join("\n"));
    const compilerOptions = {
      ...{ strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true },
      ...{ target: "ES2022", lib: ["ES2023", "DOM", "DOM.Iterable"], types: ["node"] },
      ...{ module: moduleResolution === "NodeNext" ? "NodeNext" : "ESNext", moduleResolution },
    };
    const config = { compilerOptions, files: ["program.mts"] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const { stdout, status } = spawnSync(process.execPath, [tsc, "-p", folder], {
      encoding: "utf8",
    });
    expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
  },
);

/** The package's tarball, of what is built. */
function pack(name: string): Buffer {
  const folder = temporaryFolder();
  const from = join(ROOT, "packages", name);
  const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  // npm is a .cmd file on Windows, which only a shell starts.
  const shell = process.platform === "win32";
  const [packed] = JSON.parse(execFileSync("npm", args, { cwd: from, encoding: "utf8", shell }));
  return readFileSync(join(folder, packed.filename));
}

function bufferOf(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
