/// <reference lib="dom" />
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

/**
 * Pictures as the page's own worker embeds them with the published vision tower.
 * @param files paths of images @returns their vectors in this order
 */
export async function browserEmbeddings(
  page: Page,
  site: string,
  files: readonly string[],
): Promise<Float32Array[]> {
  const { towers } = JSON.parse(readFileSync(join(site, "data/manifest.json"), "utf8"));
  const worker = readdirSync(join(site, "assets")).find((name) => name.startsWith("tower-worker"));
  const source = { kind: "vision", runtime: towers.runtime, tower: towers.vision };
  const pictures = files.map((file) => readFileSync(file).toString("base64"));
  const vectors = await page.evaluate(
    async ({ url, source, pictures }) => {
      const worker = new Worker(url, { type: "module" });
      const answered = (type: string) =>
        new Promise<{ described: { vector: Float32Array } }>((resolve, reject) => {
          worker.onmessage = ({ data }) => {
            if (data.type === type) resolve(data);
            else if (data.type === "failed") reject(new Error(data.message));
          };
        });
      const folder = new URL("data/models/", location.href).href;
      worker.postMessage({ type: "open", source: { ...source, folder } });
      await answered("open");
      const vectors: number[][] = [];
      for (const base64 of pictures) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const picture = { file: new Blob([bytes]), part: null };
        worker.postMessage({ type: "picture", id: 1, picture });
        vectors.push([...(await answered("picture")).described.vector]);
      }
      worker.terminate();
      return vectors;
    },
    { url: `./assets/${worker}`, source, pictures },
  );
  return vectors.map((vector) => Float32Array.from(vector));
}
