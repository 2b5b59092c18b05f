import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { drawAlbum, SMALL_ALBUM } from "./support/draw-album.js";
import { openWithVectors } from "./support/dump-gallery.js";
import { tinyClip } from "./support/hub-clip.js";
import { type HubServer, startHubServer } from "./support/hub-server.js";
import { runAkin, startAkin } from "./support/run-akin.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const PINNED = "d15189d7028b43f1d3e65039190477f6af591c2a";
const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const files = tinyClip();

let hub: HubServer;
beforeAll(async () => {
  hub = await startHubServer({
    "Xenova/clip-vit-base-patch32": { commit: PINNED, files },
    "Xenova/clip-vit-base-patch16": { commit: COMMIT, files },
    "Xenova/clip-vit-large-patch14": { commit: COMMIT, files },
    "owner/tiny-clip": { commit: COMMIT, files },
  });
});
afterAll(() => hub.close());
beforeEach(() => {
  hub.misbehave();
  hub.requests.length = 0;
});

/** An album of 24 photos, an empty cache, and the command with both. */
async function setUp() {
  const folder = temporaryFolder();
  await drawAlbum(join(folder, "album"), SMALL_ALBUM);
  const env = { HF_ENDPOINT: hub.url, HF_HUB_CACHE: join(folder, "hub") };
  const options = { cwd: folder, env };
  return {
    folder,
    options,
    akin: (...args: string[]) => runAkin(args, options),
    build: async (...more: string[]) => {
      const run = await runAkin(["build", "album", "--json", ...more], options);
      return { ...run, report: JSON.parse(run.stdout) };
    },
  };
}

describe("akin build with CLIP's shape, from the hub to vectors.db", () => {
  test.each([
    { model: "clip-vit-b-16", dtype: [], weights: "vision_model_quantized.onnx" },
    { model: "clip-vit-b-32", dtype: ["--dtype", "fp32"], weights: "vision_model.onnx" },
    { model: "owner/tiny-clip", dtype: [], weights: "vision_model.onnx" },
  ])("$model downloads $weights once", async ({ model, dtype, weights }) => {
    const { folder, build, akin } = await setUp();
    const first = await build("--model", model, ...dtype);
    const embedding = { model, dimensions: 512, processed: 24 };
    expect(first).toMatchObject({ exitCode: 0, report: { embedding } });
    expect(first.stderr).toMatch(/^Downloading \S+ \(\w+\): [\d.]+ [kM]B in/m);
    const large = hub.requests.filter(({ isStorage, range }) => isStorage && range !== "bytes=0-0");
    // What sees and what reads.
    expect(large).toHaveLength(2);

    const vectors = openWithVectors(join(folder, "gallery/vectors.db"));
    const read = (key: string) =>
      vectors.prepare("SELECT value FROM vector_config WHERE key = ?").get(key)?.value;
    expect([read("model_name"), read("embedding_dim")]).toEqual([model, "512"]);
    const { rows } = vectors.prepare("SELECT count(*) AS rows FROM image_vectors").get() ?? {};
    expect(Number(rows)).toBe(24);
    vectors.close();
    const snapshots = join(folder, "hub", `models--${repositoryOf(model)}`, "snapshots");
    const [revision = ""] = readdirSync(snapshots);
    expect(existsSync(join(snapshots, revision, "onnx", weights))).toBe(true);

    hub.requests.length = 0;
    const again = await build("--offline");
    expect(again.report.embedding).toMatchObject({ model, processed: 0 });
    expect(hub.requests).toEqual([]);
    expect(await akin("check")).toMatchObject({ exitCode: 0 });
  });

  test("a pinned model of other content is refused in one line, and auto goes on without it", async () => {
    const { build } = await setUp();
    const named = await build("--model", "clip-vit-b-32");
    expect(named).toMatchObject({
      exitCode: 1,
      report: { error: { code: "MODEL_NOT_AVAILABLE" } },
    });
    expect(named.report.error.message).toMatch(/not the file that was published/);
    const auto = await build();
    expect(auto).toMatchObject({ exitCode: 0, report: { embedding: { model: "akin-small" } } });
    expect(auto.stderr).toMatch(
      /not the file that was published.*"akin-small".*--model clip-vit-b-32/,
    );
  });

  test("a gallery keeps its number format and its commit, whatever the cache has got since", async () => {
    const { folder, build, akin } = await setUp();
    await build("--model", "owner/tiny-clip", "--dtype", "q8");
    await akin("models", "pull", "owner/tiny-clip", "--dtype", "fp32");
    expect((await build()).report.embedding.processed).toBe(0);
    expect((await build("--model", "owner/tiny-clip")).report.embedding.processed).toBe(0);
    const vectors = openWithVectors(join(folder, "gallery/vectors.db"));
    const setting = (key: string) =>
      vectors.prepare("SELECT value FROM vector_config WHERE key = ?").get(key)?.value;
    expect([setting("dtype"), setting("revision")]).toEqual(["q8", COMMIT]);
    vectors.close();
    const changed = await build("--dtype", "fp32");
    expect(changed.report.embedding.processed).toBe(24);
    expect(changed.stderr).toContain("All photos are embedded again: --dtype was q8, and is fp32");
  });

  test("a gallery whose model is gone says which it was, and how to go on", async () => {
    const { folder, build } = await setUp();
    await build("--model", "clip-vit-b-16");
    rmSync(join(folder, "hub"), { recursive: true });
    const { exitCode, report } = await build("--offline");
    expect(exitCode).toBe(1);
    expect(report.error.message).toMatch(
      /^The gallery's vectors are of the model clip-vit-b-16\. .* Another --model embeds all photos again\.$/,
    );
  });

  test("a model of another shape is not taken for the one that was asked for", async () => {
    const { build } = await setUp();
    const { exitCode, report } = await build("--model", "clip-vit-l-14");
    expect(exitCode).toBe(1);
    expect(report.error.message).toMatch(/gives 512 numbers a photo, expected 768/);
  });

  test("Ctrl-C ends a download, and the next build goes on with it", async () => {
    const { build, options } = await setUp();
    hub.misbehave({ slowness: 200 });
    const model = ["--model", "clip-vit-b-16", "--dtype", "fp32"];
    const { child, finished } = await startAkin(["build", "album", ...model], options);
    await untilDownloading();
    child.kill("SIGINT");
    const interrupted = await finished;
    expect(interrupted.exitCode).toBe(130);
    expect(interrupted.stderr.trim().split("\n").at(-1)).toMatch(/^akin: interrupted/);
    hub.misbehave();
    hub.requests.length = 0;
    expect((await build(...model)).report.embedding.processed).toBe(24);
    const ranges = hub.requests.filter(({ isStorage }) => isStorage).map(({ range }) => range);
    expect(ranges.join()).toMatch(/bytes=[1-9]\d+-/);
  });

  test("without a network the command knows within 5 seconds, and says so in one line", async () => {
    const { options, folder } = await setUp();
    const env = { ...options.env, HF_ENDPOINT: "http://127.0.0.1:49151" };
    const started = performance.now();
    const named = ["build", "album", "--model", "clip-vit-b-32"];
    const run = await runAkin(named, { ...options, env });
    expect(performance.now() - started).toBeLessThan(7000);
    expect(run.exitCode).toBe(1);
    const last = run.stderr.trim().split("\n").at(-1);
    expect(last).toMatch(/^akin: The model \S+ can't be downloaded: connect ECONNREFUSED/);
    expect(existsSync(join(folder, "gallery/vectors.db"))).toBe(false);
    // Known before the photos are read, however many they are.
    expect(run.stderr).not.toContain("Reading");
  });
});

test("the tiny network has CLIP's towers", async () => {
  const vision = await InferenceSession.create(files["onnx/vision_model.onnx"] ?? new Uint8Array());
  const pixels = new Tensor("float32", new Float32Array(2 * 3 * 224 * 224), [2, 3, 224, 224]);
  const { image_embeds } = await vision.run({ pixel_values: pixels });
  expect(image_embeds?.dims).toEqual([2, 512]);
  const text = await InferenceSession.create(files["onnx/text_model.onnx"] ?? new Uint8Array());
  const words = new Tensor("int64", BigInt64Array.of(1n, 2n, 3n, 4n, 5n, 6n), [2, 3]);
  const { text_embeds } = await text.run({ input_ids: words });
  expect(text_embeds?.dims).toEqual([2, 512]);
});

function repositoryOf(model: string): string {
  const names: Record<string, string> = {
    "clip-vit-b-16": "Xenova--clip-vit-base-patch16",
    "clip-vit-b-32": "Xenova--clip-vit-base-patch32",
  };
  return names[model] ?? model.replace("/", "--");
}

async function untilDownloading(): Promise<void> {
  const isLarge = () =>
    hub.requests.some(({ isStorage, range }) => isStorage && range !== "bytes=0-0");
  while (!isLarge()) await new Promise((done) => setTimeout(done, 50));
  await new Promise((done) => setTimeout(done, 500));
}
