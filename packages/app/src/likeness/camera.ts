/** Where one looks on the map. */
export interface Camera {
  /** What is in the middle, 0 to 1. */
  x: number;
  y: number;
  /** 1 shows the whole map. */
  zoom: number;
}

/** What the map is seen through. */
export interface Viewport {
  /** Of the map's element, in CSS pixels. */
  width: number;
  height: number;
  /** CSS pixels that the map's unit takes when all of it is seen. */
  whole: number;
}

/** Longest side of a thumbnail, in CSS pixels, at which one can't come nearer. */
const LARGEST_THUMBNAIL = 140;

/** In a map of few photos one can come nearer all the same. */
const LEAST_RANGE = 4;

export const WHOLE_MAP: Camera = { x: 0.5, y: 0.5, zoom: 1 };

/** CSS pixels that the map's unit takes. */
export function scaleOf({ zoom }: Pick<Camera, "zoom">, { whole }: Viewport): number {
  return Math.max(1, zoom * whole);
}

/**
 * Longest side of a thumbnail, in CSS pixels: about as much as lies between a photo and its nearest in a dense place,
 * because the build spreads them by the number of photos.
 */
export function thumbnailSize(camera: Camera, viewport: Viewport, photos: number): number {
  const gap = (scaleOf(camera, viewport) * 0.5) / Math.sqrt(photos);
  return Math.min(LARGEST_THUMBNAIL, gap);
}

export function largestZoom(viewport: Viewport, photos: number): number {
  const whole = thumbnailSize(WHOLE_MAP, viewport, photos);
  return Math.max(LEAST_RANGE, (1.2 * LARGEST_THUMBNAIL) / whole);
}

/** The camera as far as it may go. */
export function clampCamera({ x, y, zoom }: Camera, viewport: Viewport, photos: number): Camera {
  const within = (value: number) => Math.min(1, Math.max(0, value));
  const largest = largestZoom(viewport, photos);
  return { x: within(x), y: within(y), zoom: Math.min(largest, Math.max(0.7, zoom)) };
}

/** In CSS pixels from the element's corner. */
export function toScreen(camera: Camera, viewport: Viewport, x: number, y: number) {
  const scale = scaleOf(camera, viewport);
  return {
    left: viewport.width / 2 + (x - camera.x) * scale,
    top: viewport.height / 2 + (y - camera.y) * scale,
  };
}

export function toMap(camera: Camera, viewport: Viewport, left: number, top: number) {
  const scale = scaleOf(camera, viewport);
  return {
    x: camera.x + (left - viewport.width / 2) / scale,
    y: camera.y + (top - viewport.height / 2) / scale,
  };
}

/** Comes nearer or goes away, so that what is under a point stays there. */
export function zoomAt(
  camera: Camera,
  viewport: Viewport,
  factor: number,
  left: number,
  top: number,
  photos: number,
): Camera {
  const { zoom } = clampCamera({ ...camera, zoom: camera.zoom * factor }, viewport, photos);
  const under = toMap(camera, viewport, left, top);
  const scale = scaleOf({ zoom }, viewport);
  return {
    x: under.x - (left - viewport.width / 2) / scale,
    y: under.y - (top - viewport.height / 2) / scale,
    zoom,
  };
}

/** @param dx, dy CSS pixels that the map is drawn to the right and down */
export function panBy(camera: Camera, viewport: Viewport, dx: number, dy: number): Camera {
  const scale = scaleOf(camera, viewport);
  return { ...camera, x: camera.x - dx / scale, y: camera.y - dy / scale };
}

/** As the address has it: `x,y,zoom`; null for all of it. */
export function atOfCamera({ x, y, zoom }: Camera): string | null {
  const at = [x.toFixed(4), y.toFixed(4), zoom.toPrecision(3)].map(Number).join(",");
  return at === "0.5,0.5,1" ? null : at;
}

/** @returns the whole map for what is no place on it */
export function cameraOfAt(at: string | null): Camera {
  const [x = Number.NaN, y = Number.NaN, zoom = Number.NaN] = (at ?? "").split(",").map(Number);
  const isPlace = [x, y, zoom].every(Number.isFinite) && zoom > 0;
  return isPlace ? { x, y, zoom } : WHOLE_MAP;
}
