import { afterEach, describe, expect, it, vi } from "vitest";
import { recommendModel } from "../src/benchmark/recommend-model.js";
import { terminalEffects } from "../src/cli/terminal-effects.js";
import { tableLines } from "../src/cli/text-table.js";
import { locateModel } from "../src/embedding/locate-model.js";
import { downloadSize, MODEL_REGISTRY } from "../src/embedding/model-registry.js";

describe("the registry", () => {
  it("knows of each model where it is, what it costs and what it is good for", () => {
    for (const model of MODEL_REGISTRY) {
      expect(model.repository).toMatch(/^\w+\/[\w-]+$/);
      expect(model.revision ?? "0".repeat(40)).toMatch(/^[0-9a-f]{40}$/);
      expect(model.licence).toBe("MIT");
      expect(model.dtypes).toContain(model.dtype);
      for (const { sha256 } of Object.values(model.pinned))
        expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it("tells sizes from pins, else from the number of parameters", () => {
    const [b32] = MODEL_REGISTRY;
    if (!b32) throw new Error("the registry is empty");
    expect(downloadSize(b32, "q8")).toEqual({ bytes: 89_117_001, isExact: true });
    expect(downloadSize({ ...b32, pinned: {} }, "q8").bytes / 89_117_001).toBeCloseTo(1, 1);
    expect(downloadSize(b32, "fp32")).toEqual({ bytes: 351_396_864, isExact: false });
  });
});

describe("a model's name", () => {
  it.each([
    ["builtin", { kind: "builtin" }],
    ["akin-small", { kind: "small" }],
    ["auto", { kind: "hub", name: "clip-vit-b-32", hub: { dtype: "q8" } }],
    ["Xenova/clip-vit-base-patch16", { kind: "hub", name: "clip-vit-b-16" }],
    ["some/encoder", { kind: "hub", name: "some/encoder", hub: { revision: null } }],
    ["packages/akin-gallery", { kind: "folder", name: "akin-gallery" }],
  ])("%s is found", (model, expected) => {
    expect(locateModel(model)).toMatchObject(expected);
  });

  it("that can be none is refused by name", () => {
    expect(() => locateModel("clip-vit-b-23")).toThrow(/There is no model "clip-vit-b-23"/);
    expect(() => locateModel("auto", "int3")).toThrow(/Unknown dtype "int3"/);
  });
});

describe("the recommendation", () => {
  const measured = (name: string, photosPerSecond: number, peakMemoryMb = 300, dtype = "q8") => ({
    name,
    dtype,
    photosPerSecond,
    peakMemoryMb,
  });
  const all = [
    measured("builtin", 100),
    measured("akin-small", 90),
    measured("clip-vit-b-32", 12, 900, "fp32"),
    measured("clip-vit-b-32", 30),
    measured("clip-vit-b-16", 8),
    measured("clip-vit-l-14", 1.5, 900),
    measured("mine", 500),
  ];

  it.each([
    [500, 16_000, "clip-vit-l-14"],
    [500, 1500, "clip-vit-b-16"],
    [4000, 16_000, "clip-vit-b-16"],
    [10_000, 16_000, "clip-vit-b-32"],
    [100_000, 16_000, "clip-vit-b-32"],
  ])("for %i photos and %i MB is %s", (photos, memory, model) => {
    expect(recommendModel(all, photos, memory)).toMatchObject({ model, dtype: "q8" });
  });

  it("says why", () => {
    expect(recommendModel(all, 4000, 16_000).reason).toMatch(
      /4000 photos within 10 minutes \(8 min/,
    );
    expect(recommendModel(all, 100_000, 16_000).reason).toMatch(
      /fastest.*100000 photos take 56 min/,
    );
    const packaged = [measured("builtin", 100), measured("akin-small", 90)];
    expect(recommendModel([...packaged, measured("mine", 5)], 10, 16_000).model).toBe("mine");
    const none = recommendModel(packaged, 10, 16_000);
    expect(none).toMatchObject({
      model: "akin-small",
      reason: expect.stringContaining("models pull"),
    });
  });
});

describe("what the terminal shows", () => {
  afterEach(() => vi.restoreAllMocks());

  it("counts a download in bytes, with its rate", () => {
    const written: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
    vi.spyOn(performance, "now").mockReturnValueOnce(0).mockReturnValue(20_000);
    const effects = terminalEffects(false, new AbortController().signal);
    const progress = effects.progress("Downloading", 89_117_001, "bytes");
    progress.update(44_000_000);
    progress.finish();
    expect(written).toEqual([
      "Downloading: 44 MB of 89 MB  2.2 MB/s  21 s left\n",
      "Downloading: 44 MB in 20 s\n",
    ]);
  });

  it("aligns a table's columns", () => {
    const columns = [
      { heading: "model", align: "left" },
      { heading: "n", align: "right" },
    ] as const;
    expect(tableLines(columns, [["a", "512"]])).toEqual(["model    n", "a      512"]);
  });
});
