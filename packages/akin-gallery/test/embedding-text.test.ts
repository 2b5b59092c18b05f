import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTokenizer } from "../src/embedding/text/text-tokenizer.js";
import { clipTokenizer, referenceTokens } from "./clip-tokenizer.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "akin-tokenizer-"));
  for (const [file, json] of Object.entries(clipTokenizer())) {
    writeFileSync(join(folder, file), JSON.stringify(json));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test("CLIP's vocabulary gives CLIP's tokens", async () => {
  const { encode, contextLength, padding } = await openTokenizer(folder);
  expect([contextLength, padding]).toEqual([77, 49407]);
  const cat = encode("a photo of a cat", contextLength);
  expect(cat).toEqual([49406, 320, 1125, 539, 320, 2368, 49407]);
});

// In ASCII, because the reference takes the code units of other writing for bytes.
test.each([
  "A  photo of\ta CAT.",
  "I'd've seen 3 magnificently red boats, hadn't we?",
  "sunset/sunrise @ 7:30 <3 #nofilter",
  "",
])("as the reference: %j", async (text) => {
  const { encode, contextLength } = await openTokenizer(folder);
  expect(encode(text, contextLength)).toEqual(referenceTokens(text));
});

test("other writing is taken as bytes of UTF-8, composed", async () => {
  const { encode, contextLength } = await openTokenizer(folder);
  const composed = encode("\u00e9t\u00e9 naïve", contextLength);
  expect(encode("e\u0301te\u0301 NAÏVE", contextLength)).toEqual(composed);
  expect(encode("東京🌅", contextLength).length).toBeGreaterThan(3);
});

test("a long text is cut before its end mark", async () => {
  const { encode, contextLength } = await openTokenizer(folder);
  const ids = encode("cat ".repeat(100), contextLength);
  expect(ids).toHaveLength(77);
  expect(ids.slice(0, 2)).toEqual([49406, 2368]);
  expect(ids.slice(-2)).toEqual([2368, 49407]);
});

test("a tokenizer of no use is told by its file", async () => {
  const broken = mkdtempSync(join(tmpdir(), "akin-tokenizer-"));
  writeFileSync(join(broken, "tokenizer.json"), JSON.stringify({ model: { type: "none" } }));
  await expect(openTokenizer(broken)).rejects.toThrow(/^tokenizer\.json in .* no tokenizer/);
  rmSync(broken, { recursive: true });
});
