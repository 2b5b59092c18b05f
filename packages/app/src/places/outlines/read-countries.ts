import { type GeoContext, geoMercator, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Country, Ring } from "./country.js";

/** Of the world while it is projected: d3-geo compares with what is exact for lengths like pixels. */
const WIDTH = 65536;

/** Natural Earth's countries on the map of the world, cut at the date line and the map's upper and lower edge. */
export function readCountries(
  topology: Topology<{ countries: GeometryCollection<{ name: string }> }>,
): Country[] {
  const recorder = new RingRecorder();
  const projection = geoMercator()
    .scale(WIDTH / (2 * Math.PI))
    .translate([WIDTH / 2, WIDTH / 2])
    .precision(0);
  const path = geoPath(projection, recorder);
  return feature(topology, topology.objects.countries).features.map((country) => {
    path(country);
    return { name: country.properties.name, rings: recorder.take() };
  });
}

/** Keeps what d3-geo draws. */
class RingRecorder implements GeoContext {
  #rings: Ring[] = [];
  #points: number[] = [];

  beginPath(): void {}

  arc(): void {}

  moveTo(x: number, y: number): void {
    this.#points = [x / WIDTH, y / WIDTH];
  }

  lineTo(x: number, y: number): void {
    this.#points.push(x / WIDTH, y / WIDTH);
  }

  closePath(): void {
    this.#rings.push(ringOf(Float64Array.from(this.#points)));
  }

  take(): Ring[] {
    const rings = this.#rings;
    this.#rings = [];
    return rings;
  }
}

function ringOf(points: Float64Array): Ring {
  const ring = { points, left: 1, right: 0, top: 1, bottom: 0 };
  for (let at = 0; at < points.length; at += 2) {
    const [x = 0, y = 0] = [points[at], points[at + 1]];
    ring.left = Math.min(ring.left, x);
    ring.right = Math.max(ring.right, x);
    ring.top = Math.min(ring.top, y);
    ring.bottom = Math.max(ring.bottom, y);
  }
  return ring;
}
