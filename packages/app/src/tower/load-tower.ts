import { fetchModelFile } from "./fetch-model-file.js";
import type { TowerSource } from "./messages.js";
import { keepOnly } from "./model-cache.js";

/** All of a network's files, in memory. */
export interface LoadedTower {
  runtime: Uint8Array<ArrayBuffer>;
  weights: Uint8Array<ArrayBuffer>;
  /** As it is published: JSON. */
  files: unknown;
}

/** The addresses of a network's files. */
export function urlsOf({ folder, runtime, tower }: TowerSource): string[] {
  const names = [...runtime.pieces, ...tower.weights.pieces, tower.files];
  return names.map((name) => folder + name);
}

/** What loading a network transfers, in bytes, beside one smaller file. */
export function transferBytes({ runtime, tower }: Pick<TowerSource, "runtime" | "tower">): number {
  return runtime.transferBytes + tower.weights.transferBytes;
}

/** How often progress is told. */
const STEPS = 100;

/** Loads a network's files, three at a time. */
export async function loadTower(
  source: TowerSource,
  onLoading: (loadedBytes: number, totalBytes: number) => void,
): Promise<LoadedTower> {
  const { folder, runtime, tower } = source;
  const total = transferBytes(source);
  let loaded = 0;
  let told = 0;
  const onBytes = (count: number) => {
    loaded += count;
    // Each part that comes would keep the page busy for nothing.
    if (loaded < total && loaded - told < total / STEPS) return;
    told = loaded;
    // What was kept, and what the host had unzipped by the browser, is more than is transferred.
    onLoading(Math.min(loaded, total), total);
  };
  onLoading(0, total);
  const fetchAll = async (names: readonly string[]) => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (const name of names) parts.push(await fetchModelFile(folder, name, onBytes));
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  };
  const [runtimeBytes, weights, files] = await Promise.all([
    fetchAll(runtime.pieces),
    fetchAll(tower.weights.pieces),
    fetchModelFile(folder, tower.files, () => {}),
  ]);
  return {
    runtime: runtimeBytes,
    weights,
    files: JSON.parse(new TextDecoder().decode(files)),
  };
}

/** Lets go of networks of builds before. */
export function forgetOthers(source: TowerSource, others: readonly string[]): Promise<void> {
  return keepOnly(source.folder, [...urlsOf(source), ...others]);
}
