import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { tinyClip } from "../../../e2e/support/hub-clip.js";
import { type HubServer, sha256, startHubServer } from "../../../e2e/support/hub-server.js";
import { downloadModel, type HubModel } from "../src/embedding/download-model.js";
import { findRegisteredModel } from "../src/embedding/model-registry.js";
import { recordingEffects } from "./embedding-effects.js";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const PATIENCE = { answerMs: 1000, stallMs: 300 };
const WEIGHTS = "onnx/vision_model.onnx";
const CLIP = findRegisteredModel("clip-vit-b-32");

const files = tinyClip();
const content = Buffer.from(files[WEIGHTS] ?? []);
const tiny: HubModel = { repository: "owner/tiny-clip", revision: null, dtype: "fp32", pinned: {} };
const secret: HubModel = { ...tiny, repository: "owner/secret" };
let hub: HubServer;
let home = "";

beforeAll(async () => {
  hub = await startHubServer({
    [tiny.repository]: { commit: COMMIT, files },
    [secret.repository]: { commit: COMMIT, files, token: "hf_right" },
    [CLIP?.repository ?? ""]: { commit: CLIP?.revision ?? "", files },
  });
});
afterAll(() => hub.close());

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "akin-download-"));
  vi.stubEnv("HF_HOME", home);
  for (const name of ["HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "HF_TOKEN"]) {
    vi.stubEnv(name, undefined);
  }
  vi.stubEnv("HF_ENDPOINT", hub.url);
  hub.requests.length = 0;
});
afterEach(() => {
  hub.misbehave();
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

const get = (model = tiny, offline = false, effects = recordingEffects()) =>
  downloadModel(model, offline, effects, PATIENCE);
const weightsOf = ({ folder }: { folder: string }) => readFileSync(join(folder, WEIGHTS));
const blobs = (model = tiny) => {
  const folder = `models--${model.repository.replace("/", "--")}`;
  return readdirSync(join(home, "hub", folder, "blobs"));
};
const unavailable = (message: RegExp) => ({
  code: "MODEL_NOT_AVAILABLE",
  message: expect.stringMatching(message),
});

describe("a download", () => {
  it("leaves what Python's tools leave, says what it checked, and counts every byte", async () => {
    const effects = { ...recordingEffects(), progress: vi.fn() };
    const update = vi.fn();
    effects.progress.mockReturnValue({ update, finish() {} });
    const found = await get(tiny, false, effects);
    expect(found).toMatchObject({
      weights: WEIGHTS,
      weightsSha256: sha256(content),
    });
    const root = join(home, "hub", "models--owner--tiny-clip");
    expect(found.folder).toBe(join(root, "snapshots", COMMIT));
    expect(readFileSync(join(root, "refs/main"), "utf8")).toBe(COMMIT);
    expect(blobs()).toContain(found.weightsSha256);
    const paths = ["config.json", "preprocessor_config.json", WEIGHTS];
    const total = paths.reduce((sum, path) => sum + (files[path]?.length ?? 0), 0);
    expect(effects.progress).toHaveBeenCalledExactlyOnceWith(expect.any(String), total, "bytes");
    expect(update).toHaveBeenLastCalledWith(total);
    hub.requests.length = 0;
    expect(await get()).toEqual(found);
    expect(hub.requests).toEqual([]);
  });

  it("goes on where a connection broke", async () => {
    hub.misbehave({ cutAfter: 500_000, cuts: 1 });
    expect(weightsOf(await get()).equals(content)).toBe(true);
    const ranges = hub.requests.filter(({ isStorage }) => isStorage).map(({ range }) => range);
    expect(ranges.at(-1)).toMatch(/^bytes=[1-9]\d+-\d+$/);
  });

  it("that is interrupted is never used, and gone on with by the next run", async () => {
    hub.misbehave({ cutAfter: 300_000 });
    await expect(get()).rejects.toMatchObject(unavailable(/can't be downloaded: [^\n]+$/));
    await expect(get(tiny, true)).rejects.toMatchObject(unavailable(/--offline/));
    const [partial] = blobs().filter((name) => name.includes(".akin-"));
    expect(partial).toBeDefined();
    hub.misbehave();
    hub.requests.length = 0;
    expect(weightsOf(await get()).equals(content)).toBe(true);
    const ranges = hub.requests.filter(({ isStorage }) => isStorage).map(({ range }) => range);
    expect(ranges.at(-1)).toMatch(/^bytes=[1-9]\d+-\d+$/);
    expect(blobs().filter((name) => name.includes(".akin-"))).toEqual([]);
  });

  it("begins again where a mirror ignores ranges", async () => {
    hub.misbehave({ cutAfter: 300_000, cuts: 1, ignoresRanges: true });
    expect(weightsOf(await get()).equals(content)).toBe(true);
  });

  it("with a wrong byte is thrown away", async () => {
    hub.misbehave({ hasWrongByte: true });
    await expect(get()).rejects.toMatchObject(unavailable(/not the file that was published/));
    expect(blobs().filter((name) => name.includes(sha256(content)))).toEqual([]);
    hub.misbehave();
    await get();
  });

  it("that stalls ends", async () => {
    hub.misbehave({ stallAfter: 200_000 });
    const start = performance.now();
    await expect(get()).rejects.toMatchObject(unavailable(/nothing came for 0.3 s/));
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("stops at Ctrl-C, with what it has kept", async () => {
    hub.misbehave({ slowness: 30 });
    const stop = new AbortController();
    const effects = { ...recordingEffects(), signal: stop.signal };
    effects.progress = () => ({ update: () => stop.abort(new Error("stopped")), finish() {} });
    await expect(get(tiny, false, effects)).rejects.toThrow("stopped");
  });

  it("that the disk has no room for is not begun", async () => {
    hub.misbehave({ claimedBytes: 1e17 });
    await expect(get()).rejects.toMatchObject(unavailable(/needs \d+ MB.*HF_HOME/));
    expect(hub.requests.filter(({ isStorage }) => isStorage)).toEqual([]);
  });

  it("says when the cache can't be written", async () => {
    writeFileSync(join(home, "file"), "");
    vi.stubEnv("HF_HOME", join(home, "file"));
    await expect(get()).rejects.toMatchObject(unavailable(/cache can't be written.*HF_HOME/));
  });
});

describe("the cache", () => {
  it("is checked: a damaged file is downloaded again, and refused offline", async () => {
    const { folder } = await get();
    const file = join(folder, WEIGHTS);
    const { size } = statSync(file);
    writeFileSync(file, Buffer.alloc(size));
    await expect(get(tiny, true)).rejects.toMatchObject(unavailable(/damaged.*--offline/));
    const effects = recordingEffects();
    expect(weightsOf(await get(tiny, false, effects)).equals(content)).toBe(true);
    expect(effects.lines).toEqual([expect.stringMatching(/damaged in the cache/)]);
  });
});

describe("access", () => {
  it.each([
    [401, "owner/unknown", undefined, /\(401\).*HF_TOKEN/],
    [404, "owner/unknown", "hf_any", /no such repository.*\(404\)/],
    [403, "owner/secret", "hf_wrong", /\(403\).*HF_TOKEN does not open it/],
    ["a strange token", "owner/secret", "right", /HF_TOKEN is no token/],
  ])("%s is one clear line", async (_, repository, token, message) => {
    vi.stubEnv("HF_TOKEN", token);
    const model = { ...tiny, repository };
    await expect(get(model)).rejects.toMatchObject(unavailable(message));
    await expect(get(model)).rejects.toMatchObject(unavailable(/^[^\n]+$/));
  });

  it("takes HF_TOKEN, and shows it to nobody but the hub", async () => {
    vi.stubEnv("HF_TOKEN", "hf_right");
    await get(secret);
    for (const { isStorage, authorization } of hub.requests) {
      expect(authorization).toBe(isStorage ? undefined : "Bearer hf_right");
    }
    expect(hub.requests.some(({ isStorage }) => isStorage)).toBe(true);
  });

  it.each(["http://localhost:49151", "http://127.0.0.1:49151"])(
    "names the reason when nobody listens on %s",
    async (endpoint) => {
      vi.stubEnv("HF_ENDPOINT", endpoint);
      await expect(get()).rejects.toMatchObject(
        unavailable(/downloaded: connect ECONNREFUSED \S+\.$/),
      );
    },
  );

  it.each([500, 503, 429])("a hub that answers %i is one clear line", async (status) => {
    hub.misbehave({ status });
    await expect(get()).rejects.toMatchObject(unavailable(new RegExp(`\\(${status}\\)`)));
  });

  it("a pinned model of other content is refused before it is downloaded", async () => {
    if (!CLIP) throw new Error("clip-vit-b-32 is registered");
    await expect(get({ ...CLIP, dtype: "q8" })).rejects.toMatchObject(
      unavailable(/vision_model_quantized.onnx.*not the file that was published/),
    );
    expect(hub.requests.filter(({ isStorage }) => isStorage)).toEqual([]);
  });
});
