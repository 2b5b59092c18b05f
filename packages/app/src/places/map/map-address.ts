import type { MapView } from "./map-view.js";
import { toPlace, toWorld } from "./mercator.js";

/** What the address says of the map. */
export interface MapAddress {
  view: MapView;
  /** Whether the photos at the middle are listed, which lie too close to each other to be shown apart. */
  isOpen: boolean;
}

const OPEN = "photos";

/** @param at `latitude,longitude,zoom`, and `,photos` for a place that is open; null if it is nothing of the kind */
export function parseAt(at: string | null): MapAddress | null {
  const [latitude, longitude, zoom, open, ...more] = (at ?? "").split(",");
  const numbers = [latitude, longitude, zoom].map((text) => (text ? Number(text) : Number.NaN));
  const [north = Number.NaN, east = Number.NaN, near = Number.NaN] = numbers;
  if (!numbers.every(Number.isFinite) || Math.abs(north) > 90 || more.length > 0) return null;
  return { view: { ...toWorld(north, east), zoom: near }, isOpen: open === OPEN };
}

/** In the digits that matter. */
export function formatAt(view: MapView, isOpen = false): string {
  const { latitude, longitude } = toPlace(view);
  const parts = [round(latitude, 5), round(longitude, 5), round(view.zoom, 2)];
  return [...parts, ...(isOpen ? [OPEN] : [])].join(",");
}

function round(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)) + 0);
}
