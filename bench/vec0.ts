import type { Page } from "playwright-core";
import { type Benchmark, type BenchmarkContext, type Figure, figure } from "./benchmark.js";
import { launchBrowser } from "./launch-browser.js";
import { int8Recall } from "./vec0/int8-recall.js";
import type { SearchRequest, SizeResult } from "./vec0/search-worker.js";
import { serveRepository } from "./vec0/serve-repository.js";

const PEER = "sqlite-vec-wasm-demo 0.1.7-alpha.2";
const ROUND_TRIPS = 300;

const SIZES: readonly (SearchRequest & { atLeast?: number; atMost?: number })[] = [
  { rows: 10_000, rounds: 15, withPeer: true, atLeast: 10 },
  { rows: 100_000, rounds: 11, withPeer: true, atLeast: 6 },
  { rows: 1_000_000, rounds: 15, withPeer: false, atMost: 150 },
];

/** Exact search through SQL in a browser's worker, beside sqlite-vec compiled to WebAssembly. */
export const vec0: Benchmark = {
  name: "vec0",
  describe: "the six nearest of 10,000 to 1,000,000 x 512 through SQL in a browser",
  async run(context) {
    const { url, server } = await serveRepository(context.repository);
    const browser = await launchBrowser(context.repository);
    try {
      const page = await browser.newPage();
      await page.goto(url);
      const results: SizeResult[] = [];
      for (const size of SIZES) {
        const result = await inWorker(page, size);
        context.print(JSON.stringify(result));
        results.push(result);
      }
      const roundTrip = await measureRoundTrip(page);
      return {
        figures: [
          ...results.flatMap((result, i) => figuresOf(result, SIZES[i] ?? {})),
          figure("a worker's round trip", roundTrip, "ms"),
          ...recallFigures(context),
        ],
        tables: [tableOf(results)],
      };
    } finally {
      await browser.close();
      server.close();
    }
  },
};

/** A worker of its own for each size, so that its memory is given back. */
async function inWorker(page: Page, request: SearchRequest): Promise<SizeResult> {
  return await page.evaluate(async (request) => {
    const worker = new Worker("/bench/dist/vec0/search-worker.js", { type: "module" });
    const result = await new Promise<unknown>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.addEventListener("messageerror", () => reject(new Error("unreadable message")));
      worker.postMessage(request);
    });
    worker.terminate();
    return result as SizeResult;
  }, request);
}

/** The time from a message to a worker to its answer of six rows, the mean. */
async function measureRoundTrip(page: Page): Promise<number> {
  return await page.evaluate(async (times) => {
    const worker = new Worker("/bench/dist/vec0/search-worker.js", { type: "module" });
    let start = 0;
    // The first ones start the worker.
    for (let i = -times; i < times; i++) {
      if (i === 0) start = performance.now();
      await new Promise((resolve) => {
        worker.onmessage = resolve;
        worker.postMessage("round trip");
      });
    }
    const milliseconds = (performance.now() - start) / times;
    worker.terminate();
    return milliseconds;
  }, ROUND_TRIPS);
}

function figuresOf(result: SizeResult, asked: { atLeast?: number; atMost?: number }): Figure[] {
  const { rows, sql, kernel, shadowTables, peerFloat32, peerInt8, sameRows } = result;
  const size = `${rows.toLocaleString("en")} x 512`;
  const search = `${size}: the 6 nearest through SQL`;
  const bare = figure(`${size}: the bare kernel`, kernel, "ms");
  if (peerFloat32 === null || peerInt8 === null || shadowTables === null || sameRows === null) {
    return [figure(search, sql, "ms", asked), bare];
  }
  const faster = Math.min(peerFloat32, peerInt8);
  const peer = { name: PEER, value: faster };
  return [
    figure(search, sql, "ms", { peer }),
    figure(`${size}: from sqlite-vec's shadow tables`, shadowTables, "ms", { peer }),
    bare,
    figure(`${size}: times as fast as ${PEER}`, faster / sql, "", asked),
    figure(`${size}: rows equal to its int8 table's`, sameRows, "", { atLeast: 1 }),
  ];
}

function tableOf(results: readonly SizeResult[]) {
  const round = (value: number | null) => (value === null ? null : Number(value.toFixed(2)));
  return {
    title: "The 6 nearest by cosine, ms, medians of interleaved rounds in one worker",
    columns: ["rows", "SQL", "shadow tables", "kernel", "peer float32", "peer int8"],
    rows: results.map(({ rows, sql, shadowTables, kernel, peerFloat32, peerInt8 }) => [
      rows,
      ...[sql, shadowTables, kernel, peerFloat32, peerInt8].map(round),
    ]),
  };
}

function recallFigures({ shared, print }: BenchmarkContext): Figure[] {
  const recall = int8Recall(shared);
  if (recall !== null) {
    return [
      figure("Recall@10 of int8 against exact float32, 1,454 photos", recall, "", {
        atLeast: 0.99,
      }),
    ];
  }
  print(`Recall is left out: ${shared} has no fixtures/mobileclip2-vectors-1454x512.f32.`);
  return [];
}
