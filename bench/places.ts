import { PlaceFinder, readCities } from "akin-gallery/metadata";
import { around } from "geokdbush";
import KDBush from "kdbush";
import { type Benchmark, figure } from "./benchmark.js";

const LOOKUPS = 100_000;

/** Degrees from a city's middle, at most. */
const AROUND = 0.1;

/** How long names of places take, against the nearest city whatever its size and country. */
export const places: Benchmark = {
  name: "places",
  describe: `${LOOKUPS} coordinates to city, region and country, data loaded`,
  async run({ print }) {
    const started = performance.now();
    const cities = readCities();
    const finder = new PlaceFinder(cities);
    const loading = seconds(started);
    const points = Array.from({ length: LOOKUPS }, (_, index) => {
      const city = cities[(index * 7919) % cities.length];
      const part = (index * 0.618034) % 1;
      return {
        latitude: Math.max(-90, Math.min(90, (city?.latitude ?? 0) + AROUND * (part - 0.5))),
        longitude: (city?.longitude ?? 0) + AROUND * (((index * 0.754878) % 1) - 0.5),
      };
    });
    const looking = performance.now();
    const found = points.map(({ latitude, longitude }) => finder.find(latitude, longitude));
    const lookups = seconds(looking);
    print(`${cities.length} cities in ${loading.toFixed(2)} s, lookups ${lookups.toFixed(2)} s`);

    const index = new KDBush(cities.length);
    for (const { longitude, latitude } of cities) index.add(longitude, latitude);
    index.finish();
    const plainly = performance.now();
    const nearest = points.map(({ latitude, longitude }) => {
      const [row = 0] = around(index, longitude, latitude, 1);
      return cities[row];
    });
    const peer = { name: "the nearest of them all", value: seconds(plainly) };
    const others = nearest.filter((city, row) => city?.name !== found[row]?.city);
    return {
      figures: [
        figure(`${LOOKUPS} lookups, data loaded first`, loading + lookups, "s", { atMost: 5 }),
        figure(`${LOOKUPS} lookups`, lookups, "s", { peer }),
        figure("named otherwise than by the nearest", others.length / LOOKUPS, ""),
      ],
      tables: [],
    };
  },
};

function seconds(since: number): number {
  return (performance.now() - since) / 1000;
}
