import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { drawAlbum, SMALL_ALBUM } from "./support/draw-album.js";
import { runAkin, startAkin } from "./support/run-akin.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const README = readFileSync(new URL("../README.md", import.meta.url), "utf8");

/** Commands of the README's shell examples, without `npx akin` and what follows `#`. */
const COMMANDS = [...README.matchAll(/^npx akin (.*?)\s*(?:#.*)?$/gm)].map(([, command = ""]) =>
  command.split(" "),
);

test("the README's commands make a gallery, and serve it", async () => {
  const cwd = temporaryFolder();
  await drawAlbum(join(cwd, "Pictures"), SMALL_ALBUM);
  const [build = [], serve = []] = COMMANDS;
  expect([build[0], serve[0], COMMANDS.length]).toEqual(["build", "serve", 2]);

  // Nothing answers there: as on a computer that is offline.
  const env = { HF_ENDPOINT: "http://127.0.0.1:49151", HF_HOME: join(cwd, "no models") };
  const built = await runAkin(
    build.map((word) => word.replace("~", cwd)),
    { cwd, env },
  );
  expect(built).toMatchObject({
    exitCode: 0,
    stderr: expect.stringContaining("which is not CLIP"),
  });

  const { child, finished } = await startAkin([...serve, "--port", "41730"], { cwd });
  const url = await new Promise<string>((resolve) => {
    child.stdout?.on("data", (line) => resolve(String(line).split(" ")[0] ?? ""));
  });
  const page = await fetch(url);
  expect([page.status, await page.text()]).toEqual([
    200,
    expect.stringContaining("<title>Pictures"),
  ]);
  expect((await fetch(`${url}data/manifest.json`)).headers.get("cache-control")).toBe("no-cache");
  child.kill("SIGINT");
  expect((await finished).exitCode).toBe(0);
});

test("every option that the README names is one of the command's", async () => {
  const help = await Promise.all(
    ["build", "embed", "index", "site", "serve", "similar", "models"].map((name) =>
      runAkin([name, "--help"]),
    ),
  );
  const known = help.map(({ stdout }) => stdout).join("\n");
  const named = new Set(README.match(/(?<=[\s`(])--[a-z][\w-]+/g));
  for (const option of named) {
    if (option !== "--help" && option !== "--no-serve") expect(known).toContain(`${option} `);
  }
});
