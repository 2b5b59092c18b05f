import { type Figure, figure, type Table } from "../benchmark.js";
import type { Cost, Costs } from "./visits.js";

interface Asked {
  step: string;
  cost: keyof Cost;
  atMost: number;
  /** Of galleries of more than `above` and up to `upTo` photos; default: of all. */
  above?: number;
  upTo?: number;
}

const UNITS = { ms: "ms", bytes: "KB", requests: "", chunks: "" } satisfies Record<
  keyof Cost,
  string
>;

const HUNDRED_THOUSAND = { above: 10_000, upTo: 100_000 };

/** What is asked of a visit: kilobytes, milliseconds, requests for pieces of the database. */
const ASKED: readonly Asked[] = [
  { step: "first screen", cost: "bytes", atMost: 600 },
  { step: "photo, cold", cost: "bytes", atMost: 100 },
  { step: "photo, cold", cost: "ms", atMost: 300 },
  { step: "photo, fetched ahead", cost: "ms", atMost: 16 },
  { step: "word, cold", cost: "ms", atMost: 1000 },
  { step: "another word", cost: "ms", atMost: 1000 },
  { step: "facets of nine kinds", cost: "chunks", atMost: 12 },
  { step: "photo + photo - photo again", cost: "ms", atMost: 50, upTo: 10_000 },
  { step: "photo + photo - photo again", cost: "ms", atMost: 150, ...HUNDRED_THOUSAND },
  {
    step: "photo + photo - photo again, all vectors there",
    cost: "ms",
    atMost: 150,
    ...HUNDRED_THOUSAND,
  },
];

/** What was asked of a gallery of this size, beside what it takes. */
export function visitFigures(photos: number, costs: Costs): Figure[] {
  const medians = new Map(costs.medians());
  return ASKED.filter(({ above = 0, upTo = Infinity }) => photos > above && photos <= upTo).map(
    ({ step, cost, atMost }) => {
      const value = medians.get(step)?.[cost];
      if (value === undefined) throw new Error(`${step} was not measured.`);
      const shown = cost === "bytes" ? value / 1000 : value;
      const name = `${photos} photos: ${step}${cost === "chunks" ? ", chunks" : ""}`;
      return figure(name, shown, UNITS[cost], { atMost });
    },
  );
}

/** All steps. */
export function visitTable(photos: number, costs: Costs): Table {
  return {
    title: `${photos} photos`,
    columns: ["step", "KB", "requests", "of the database and vectors", "ms"],
    rows: Array.from(costs.medians(), ([step, { bytes, requests, chunks, ms }]) => [
      step,
      Math.round(bytes / 100) / 10,
      requests,
      chunks,
      Math.round(ms * 10) / 10,
    ]),
  };
}
