import type { LikenessMap } from "akin-browser";
import type { Camera, Viewport } from "./camera.js";

/** Pictures of two kinds: placeholders of at most 32 pixels, and photos of at most 256. */
export type Layer = "placeholders" | "photos";

export const LAYER_PIXELS: Record<Layer, number> = { placeholders: 32, photos: 256 };

/** A picture that is drawn on the map. */
export interface Sprite {
  row: number;
  layer: Layer;
  slot: number;
  /** Size on the screen in CSS pixels. */
  width: number;
  height: number;
  /** 0 to 1. */
  opacity: number;
}

export interface Scene {
  camera: Camera;
  viewport: Viewport;
  /** Device pixels of a CSS pixel. */
  ratio: number;
  /** Of a point, in CSS pixels. */
  diameter: number;
  /** The later ones over the others. */
  sprites: readonly Sprite[];
}

/** Draws a map on a canvas. */
export interface MapRenderer {
  /** How many pictures of each kind it keeps. */
  readonly slots: Readonly<Record<Layer, number>>;
  /** Gives a slot another picture, of at most `LAYER_PIXELS` in both directions. */
  setPicture(layer: Layer, slot: number, picture: ImageBitmap | ImageData): void;
  draw(scene: Scene): void;
  dispose(): void;
}

export type MapPoints = Pick<LikenessMap, "length" | "x" | "y" | "colours">;

/** Pictures that are kept: no more than an element of so many CSS pixels can show of them. */
export function slotsFor(width: number, height: number): Record<Layer, number> {
  const isSmall = width * height < 600_000;
  return { placeholders: isSmall ? 2048 : 4096, photos: isSmall ? 128 : 256 };
}
