/** A place on the map of the world, which is a square: from 0 to 1, west to east and north to south. */
export interface WorldPoint {
  x: number;
  y: number;
}

/** Where the square ends; what lies nearer to a pole is drawn at its edge. */
export const MAX_LATITUDE = 85.0511;

/** By the Mercator projection: shapes are right at any zoom. @param latitude, longitude degrees, WGS 84 */
export function toWorld(latitude: number, longitude: number): WorldPoint {
  const clamped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude));
  const sine = Math.sin((clamped * Math.PI) / 180);
  return {
    x: longitude / 360 + 0.5,
    y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI),
  };
}

export function toPlace({ x, y }: WorldPoint): { latitude: number; longitude: number } {
  const latitude = (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;
  return { latitude, longitude: wrap(x) * 360 - 180 };
}

/** The same place within 0 to 1, however often one has gone round the world. */
export function wrap(x: number): number {
  return x - Math.floor(x);
}
