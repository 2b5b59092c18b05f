import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type {
  PublishedPieces,
  PublishedTower,
  PublishedTowers,
  TextTowerFiles,
  VisionTowerFiles,
} from "akin-browser/format";
import type { SiteFolder } from "./site-folder.js";

/** onnxruntime's WebAssembly, which the package carries gzipped. */
const RUNTIME = fileURLToPath(new URL("../../runtime/onnxruntime.wasm.gz", import.meta.url));

/** In bytes: below what any host takes, and a failure costs no more than this. */
const PIECE = 8_000_000;

/** A network to be published. */
export interface TowerInput {
  /** Path of its ONNX file. */
  weights: string;
  files: TextTowerFiles | VisionTowerFiles;
}

/** What of a model is published for browsers. */
export interface TowersInput {
  text: TowerInput | null;
  vision: TowerInput | null;
  /** Changes with any of it. */
  fingerprint: string;
}

/** @returns null where no network is to be published */
export async function writeTowers(
  site: SiteFolder,
  { text, vision }: Pick<TowersInput, "text" | "vision">,
  signal: AbortSignal,
): Promise<PublishedTowers | null> {
  if (text === null && vision === null) return null;
  return {
    runtime: await writeRuntime(site),
    text: text && (await writeTower(site, text, signal)),
    vision: vision && (await writeTower(site, vision, signal)),
  };
}

async function writeTower(
  site: SiteFolder,
  { weights, files }: TowerInput,
  signal: AbortSignal,
): Promise<PublishedTower> {
  const pieces: PublishedPieces = { bytes: 0, transferBytes: 0, pieces: [] };
  for await (const piece of createReadStream(weights, { highWaterMark: PIECE })) {
    signal.throwIfAborted();
    // Weights hardly become smaller.
    await addPiece(site, pieces, piece, false);
  }
  const { name } = await site.putData("models", JSON.stringify(files));
  return { weights: pieces, files: name };
}

async function writeRuntime(site: SiteFolder): Promise<PublishedPieces> {
  const wasm = gunzipSync(await readFile(RUNTIME));
  const pieces: PublishedPieces = { bytes: 0, transferBytes: 0, pieces: [] };
  for (let start = 0; start < wasm.length; start += PIECE) {
    await addPiece(site, pieces, wasm.subarray(start, start + PIECE), true);
  }
  return pieces;
}

async function addPiece(
  site: SiteFolder,
  pieces: PublishedPieces,
  content: Uint8Array,
  compress: boolean,
): Promise<void> {
  const { name, bytes } = await site.putData("models", content, { compress });
  pieces.bytes += content.length;
  pieces.transferBytes += bytes;
  pieces.pieces.push(name);
}
