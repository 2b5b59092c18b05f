import { createHash } from "node:crypto";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { srcSet } from "../src/photos/src-set.js";
import { SimilarImages, useDatabase } from "../src/react/index.js";
import { sha256 } from "../src/source/sha-256.js";
import { SharedRequests } from "../src/source/shared-requests.js";

function DatabaseState({ source }: { source: Parameters<typeof useDatabase>[0] }) {
  return createElement("p", null, JSON.stringify(useDatabase(source)));
}

describe("on a server", () => {
  test("SimilarImages renders its skeleton, with and without an address", () => {
    const html = renderToString(createElement(SimilarImages, { imagePath: "sea/1.jpg", limit: 3 }));
    expect(html).toContain("Similar photos");
    expect(html.match(/akin-similar-skeleton/g)).toHaveLength(3);
    expect(html).not.toContain("style=");
    const elsewhere = createElement(SimilarImages, { imagePath: "a.jpg", gallery: "/photos/" });
    expect(renderToString(elsewhere)).toContain("Loading similar photos");
  });

  test("useDatabase is closed, and at 0, with plain files too", () => {
    for (const source of ["/photos/", { database: "/a.db", vectors: "/b.db" }, undefined]) {
      const html = renderToString(createElement(DatabaseState, { source }));
      expect(html).toBe("<p>[null,0,null]</p>");
    }
  });
});

test("sha256 gives what Node gives, at every length of a last block", () => {
  for (let length = 0; length < 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + length) % 256);
    const expected = createHash("sha256").update(bytes).digest("hex");
    expect(Buffer.from(sha256(bytes)).toString("hex")).toBe(expected);
  }
});

describe("srcSet", () => {
  const urlOf = (size: number) => `${size}.jpg`;

  test.each([
    [{ width: 1600, height: 1067 }, "320.jpg 320w, 640.jpg 640w, 1280.jpg 1280w"],
    [{ width: 1067, height: 1600 }, "320.jpg 213w, 640.jpg 427w, 1280.jpg 854w"],
    [{ width: 900, height: 600 }, "320.jpg 320w, 640.jpg 640w, 1280.jpg 900w"],
    [{ width: 200, height: 300 }, "320.jpg 200w"],
    [{ width: 1, height: 5000 }, "320.jpg 1w, 640.jpg 1w, 1280.jpg 1w"],
  ])("%o", (photo, expected) => {
    expect(srcSet(photo, [320, 640, 1280], urlOf)).toBe(expected);
  });
});

describe("SharedRequests", () => {
  test("forgets failures and the least recently used", async () => {
    const requests = new SharedRequests<string>(2);
    let loads = 0;
    const load = (key: string) => requests.get(key, async () => `${key}${++loads}`);
    await load("a");
    await load("b");
    expect(await load("a")).toBe("a1");
    await load("c");
    expect(await load("a")).toBe("a1");
    expect(await load("b")).toBe("b4");
    const failing = requests.get("d", () => Promise.reject(new Error("once")));
    await expect(failing).rejects.toThrow("once");
    expect(await load("d")).toBe("d5");
  });

  test("aborts the request when the last caller leaves, not before", async () => {
    const requests = new SharedRequests<string>(2);
    const signals: AbortSignal[] = [];
    const load = (signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<string>(() => {});
    };
    const [first, second] = [new AbortController(), new AbortController()];
    const answers = [first, second].map(({ signal }) => requests.get("a", load, signal));
    first.abort(new Error("first"));
    await expect(answers[0]).rejects.toThrow("first");
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    second.abort(new Error("second"));
    await expect(answers[1]).rejects.toThrow("second");
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });
});
