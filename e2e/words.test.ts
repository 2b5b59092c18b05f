import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { colourClip } from "./support/colour-clip.js";
import { drawColours } from "./support/draw-colours.js";
import { type HubServer, startHubServer } from "./support/hub-server.js";
import { runAkin } from "./support/run-akin.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const files = colourClip();
const { "onnx/text_model.onnx": _, ...blind } = files;

let hub: HubServer;
let folder: string;
beforeAll(async () => {
  hub = await startHubServer({
    "owner/colour-clip": { commit: COMMIT, files },
    "owner/no-text": { commit: COMMIT, files: blind },
  });
  folder = mkdtempSync(join(tmpdir(), "akin-test-"));
  await drawColours(join(folder, "album"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await hub.close();
});
beforeEach(() => {
  hub.requests.length = 0;
});

const options = () => ({
  cwd: folder,
  env: { HF_ENDPOINT: hub.url, HF_HUB_CACHE: join(folder, "hub") },
});
const akin = (...args: string[]) => runAkin(args, options());
const textFiles = () => hub.requests.filter(({ path }) => /tokenizer|text_model/.test(path));

async function search(...args: string[]) {
  const run = await akin("search", "--json", ...args);
  return { ...run, result: JSON.parse(run.stdout) };
}

describe("akin search by a model that reads", () => {
  beforeAll(async () => {
    const built = await akin("build", "album", "--model", "owner/colour-clip", "--quiet");
    expect(built).toMatchObject({ exitCode: 0, stderr: "" });
  });

  test("the text part comes with the first build, and then no more", async () => {
    expect((await akin("build", "album")).exitCode).toBe(0);
    expect((await search("red")).exitCode).toBe(0);
    expect(textFiles()).toEqual([]);
    const { result } = await search("red", "--offline");
    expect(result).toMatchObject({ query: "red", withoutMeaning: null });
    expect(hub.requests).toEqual([]);
  });

  test("finds what photos show, what they are called, and says by which", async () => {
    const { result } = await search("red");
    const [first, ...others] = result.found;
    expect(first).toEqual({ path: "red.jpg", foundBy: "words", exact: true, distance: null });
    expect(others.map(({ path }: { path: string }) => path).sort()).toEqual(
      [0, 1, 2, 3].map((i) => `tomato-${i}.jpg`),
    );
    for (const { foundBy, exact, distance } of others) {
      expect([foundBy, exact]).toEqual(["meaning", false]);
      expect(distance).toBeGreaterThan(0);
    }
    const lake = (await search("blue")).result.found;
    expect(lake).toHaveLength(4);
    expect(lake[0]).toMatchObject({ foundBy: "both", exact: true });
  });

  test("-k limits, and the table is for people", async () => {
    const { stdout, exitCode } = await akin("search", "red", "-k", "2");
    expect(exitCode).toBe(0);
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^words, exactly\s+red\.jpg$/);
    expect(lines[2]).toMatch(/^meaning\s+\d\.\d{4}\s+tomato-\d\.jpg$/);
  });

  test("a text part that can't be had is said in a line, and texts are searched all the same", async () => {
    const other = temporaryFolder();
    const env = { HF_ENDPOINT: hub.url, HF_HUB_CACHE: other };
    const run = await runAkin(["search", "tomato", "--offline"], { cwd: folder, env });
    expect(run.exitCode).toBe(0);
    expect(run.stderr.trim().split("\n")).toHaveLength(1);
    expect(run.stderr).toMatch(
      /^Searched by the photos' texts alone.*not in the cache, and --offline/,
    );
    expect(run.stdout).toMatch(/words, exactly\s+tomato-0\.jpg/);
  });
});

describe("where no words are read", () => {
  test.each(["builtin", "owner/no-text"])("%s: texts alone, and one line", async (model) => {
    const out = join(folder, model.replace("/", "-"));
    await akin("build", "album", "--model", model, "--out", out);
    const { result, stderr, exitCode } = await search("tomato", "--out", out);
    expect([exitCode, result.found.length]).toEqual([0, 4]);
    expect(result.withoutMeaning).toBe(`${model} reads no words`);
    expect(stderr).toBe(
      `Searched by the photos' texts alone, not by what they show: ${model} reads no words.\n`,
    );
    const nothing = await akin("search", "zebra", "--out", out);
    expect(nothing).toMatchObject({ exitCode: 0, stdout: 'No photo is found by "zebra".\n' });
  });

  test("akin models pull --text says that there is no text part", async () => {
    const whole = await akin("models", "pull", "owner/colour-clip", "--text");
    expect(whole.exitCode).toBe(0);
    const run = await akin("models", "pull", "owner/no-text", "--text", "--json");
    expect(run.exitCode).toBe(2);
    expect(JSON.parse(run.stdout).error.message).toBe("owner/no-text has no text part");
  });
});
