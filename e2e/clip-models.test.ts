import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawAlbum, SMALL_ALBUM } from "./support/draw-album.js";
import { tinyClip } from "./support/hub-clip.js";
import { type HubServer, startHubServer } from "./support/hub-server.js";
import { runAkin, runNode } from "./support/run-akin.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const VERIFY_CLIP = fileURLToPath(new URL("../scripts/verify-clip.mjs", import.meta.url));
const NOWHERE = "http://127.0.0.1:49151";

let hub: HubServer;
beforeAll(async () => {
  const files = tinyClip();
  const repository = { commit: COMMIT, files };
  const other = tinyClip(2);
  const int8 = "onnx/vision_model_quantized.onnx";
  hub = await startHubServer({
    "Xenova/clip-vit-base-patch16": repository,
    "owner/tiny-clip": repository,
    "owner/other-int8": {
      commit: COMMIT,
      files: { ...files, [int8]: other[int8] ?? new Uint8Array() },
    },
  });
});
afterAll(() => hub.close());

function setUp() {
  const folder = temporaryFolder();
  const env = { HF_ENDPOINT: hub.url, HF_HUB_CACHE: join(folder, "hub") };
  return { folder, env, akin: (...args: string[]) => runAkin(args, { cwd: folder, env }) };
}

test("akin models lists what there is, and what the cache has", async () => {
  const { akin } = setUp();
  const empty = await akin("models");
  expect(empty.stdout).toMatch(/^model +dimensions +download +memory +cost +licence/);
  expect(empty.stdout).toMatch(/^clip-vit-b-32 \* +512 +89 MB +~\d+ MB +1 +MIT +- /m);
  expect(empty.stdout).toMatch(/^akin-small +256 +.*less than CLIP, and no words$/m);
  expect(empty.stdout).toMatch(/^builtin .*it is not CLIP$/m);

  const pulled = await akin("models", "pull", "clip-vit-b-16", "--dtype", "fp32", "--json");
  expect(pulled.exitCode).toBe(0);
  expect(JSON.parse(pulled.stdout)).toMatchObject({
    model: "clip-vit-b-16",
    repository: "Xenova/clip-vit-base-patch16",
    dtype: "fp32",
    dimensions: 512,
  });
  expect((await akin("models", "pull", "owner/tiny-clip")).exitCode).toBe(0);
  const { models } = JSON.parse((await akin("models", "--json")).stdout);
  const cached = models.map(({ name, cached }: { name: string; cached: string[] }) => [
    name,
    cached,
  ]);
  expect(cached).toEqual([
    ["clip-vit-b-32", []],
    ["clip-vit-b-16", ["fp32"]],
    ["clip-vit-l-14", []],
    ["akin-small", []],
    ["builtin", []],
    ["owner/tiny-clip", ["fp32"]],
  ]);
});

test.each([
  [["models", "push"], 2, /takes "pull <model>" or nothing, not "push"/],
  [["models", "pull"], 2, /takes "pull <model>" or nothing, not "pull"/],
  [["models", "pull", "builtin"], 2, /builtin is here already/],
  [["models", "pull", "akin-small"], 2, /akin-small is here already/],
  [["models", "pull", "owner/none"], 1, /\(401\)/],
  [["models", "pull", "clip-vit-b-16", "--offline"], 1, /not in the cache.*--offline/],
  [["models", "pull", "clip-vit-b-16", "--device", "abacus"], 2, /--device takes auto, cpu, /],
])("akin %j is refused in one line", async (args, exitCode, message) => {
  const run = await setUp().akin(...args);
  expect(run).toMatchObject({ exitCode, stdout: "", stderr: expect.stringMatching(message) });
  expect(run.stderr.trim()).not.toContain("\n");
});

test("akin models --benchmark measures what is at hand with the user's photos, and recommends", async () => {
  const { akin, folder } = setUp();
  await drawAlbum(join(folder, "album"), SMALL_ALBUM);
  await akin("models", "pull", "clip-vit-b-16");
  const measure = ["models", "--benchmark", "--photos", "album", "--sample", "5"];
  const { exitCode, stdout } = await akin(...measure, "--json");
  expect(exitCode).toBe(0);
  const benchmark = JSON.parse(stdout);
  expect(benchmark.photos).toMatchObject({ count: 24, sampled: 5 });
  expect(benchmark.models).toHaveLength(3);
  for (const model of benchmark.models) {
    // akin-small is run while photos are decoded.
    if (model.name === "akin-small") expect(model.msPerPhoto).toBeLessThan(0.1);
    else expect(model.msPerPhoto).toBeGreaterThan(0);
    expect(model.photosPerSecond).toBeGreaterThan(0);
    expect(model.peakMemoryMb).toBeGreaterThan(40);
    expect(model.secondsForAll).toBeCloseTo(24 / model.photosPerSecond, 0);
    expect(model.bytesPerPhoto.published).toBe(model.dimensions);
  }
  expect(benchmark.recommended).toMatchObject({
    model: "clip-vit-b-16",
    dtype: "q8",
    reason: expect.stringMatching(/24 photos within 10 minutes/),
  });
  expect((await akin(...measure)).stdout).toMatch(
    /^Recommended: --model clip-vit-b-16 --dtype q8: /m,
  );
});

test("akin build --benchmark measures first; without a terminal it goes on", async () => {
  const { akin, folder } = setUp();
  await drawAlbum(join(folder, "album"), SMALL_ALBUM);
  const run = await akin("build", "album", "--model", "owner/tiny-clip", "--benchmark");
  expect(run).toMatchObject({
    exitCode: 0,
    stderr: expect.stringMatching(/^owner\/tiny-clip fp32 +[\d.]+ +[\d.]+ .*^Recommended: /ms),
  });
  expect(run.stdout).toContain("Model: owner/tiny-clip, 512 dimensions, 24 photos embedded, ");
});

test.runIf(hasScript())("on a terminal it asks, and no means no", async () => {
  const { folder, env } = setUp();
  await drawAlbum(join(folder, "album"), SMALL_ALBUM.slice(0, 3));
  const akin = fileURLToPath(new URL("../packages/akin-gallery/bin/akin.js", import.meta.url));
  const command = `${process.execPath} ${akin} build album --model builtin --benchmark`;
  const answer = (text: string) =>
    spawnSync("script", ["-qec", command, "/dev/null"], {
      cwd: folder,
      env: { ...process.env, ...env },
      input: text,
      encoding: "utf8",
    });
  const no = answer("n\n");
  expect(no.status).toBe(1);
  expect(no.stdout).toMatch(/Go on with builtin\? \[y\/N\]/);
  expect(no.stdout).toMatch(
    /stopped before the build; nothing was changed\. For the recommended model/,
  );
  expect(answer("y\n")).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Site: /m) });
});

test.each(["auto", "cpu", "webgpu", "cuda", "coreml", "dml"])(
  "--device %s works, or says in one line why not",
  async (device) => {
    const run = await setUp().akin("models", "pull", "owner/tiny-clip", "--device", device);
    const last = run.stderr.trim().split("\n").at(-1);
    if (device === "auto" || device === "cpu") expect(run.exitCode).toBe(0);
    if (run.exitCode === 0) return;
    expect(run.exitCode).toBe(2);
    expect(last).toMatch(
      /^akin: The device "\w+" (is not there: onnxruntime has|can't be used here:) .*cpu/,
    );
  },
);

test("npm run verify:clip says what differs, and what it needs", async () => {
  const { folder, env } = setUp();
  const photo = join(folder, "photo.jpg");
  await drawAlbum(folder, [{ path: "photo.jpg", kind: "sea", variant: 1 }]);
  const verify = (model: string) => runNode([VERIFY_CLIP, photo, "--model", model], { env });
  expect(await verify("owner/tiny-clip")).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(
      /cosine .*: ok.*this text:\s+cosine .*: ok.*All as it should be/s,
    ),
  });
  expect(await verify("owner/other-int8")).toMatchObject({
    exitCode: 1,
    stdout: expect.stringMatching(/cosine .*: WRONG.*1 of the comparisons failed/s),
  });
  const offline = await runNode([VERIFY_CLIP, photo], { env: { ...env, HF_ENDPOINT: NOWHERE } });
  expect(offline).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(/ECONNREFUSED.*network/s),
  });
});

/** util-linux's `script`, which gives a command a terminal. */
function hasScript(): boolean {
  return process.platform === "linux" && spawnSync("script", ["--version"]).status === 0;
}
