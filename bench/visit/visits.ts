import type { Browser, Page } from "playwright-core";
import { median } from "../median.js";
import type { VisitAnswer, VisitCall } from "./page/page.js";
import type { Answered, StaticHost } from "./static-host.js";

/** What one step of a visit took. */
export interface Cost {
  ms: number;
  /** As they were transferred, headers included. */
  bytes: number;
  requests: number;
  /** Requests for pieces of the database and the vectors, and for the lists of them. */
  chunks: number;
}

/** What steps took, by name, in each of several visits. */
export class Costs {
  readonly #steps = new Map<string, Cost[]>();

  add(step: string, cost: Cost): void {
    const costs = this.#steps.get(step) ?? [];
    this.#steps.set(step, costs);
    costs.push(cost);
  }

  /** Medians over all visits, in the order in which the steps were first taken. */
  *medians(): Generator<[step: string, cost: Cost]> {
    for (const [step, costs] of this.#steps) {
      const of = (key: keyof Cost) => median(costs.map((cost) => cost[key]));
      yield [
        step,
        { ms: of("ms"), bytes: of("bytes"), requests: of("requests"), chunks: of("chunks") },
      ];
    }
  }
}

export function transfers(answered: readonly Answered[]): Omit<Cost, "ms"> {
  return {
    bytes: answered.reduce((sum, { bytes }) => sum + bytes, 0),
    requests: answered.length,
    chunks: answered.filter(({ path }) => /\/data\/(database|vectors)\//.test(path)).length,
  };
}

/** One visitor, whose browser has nothing in its cache, on the measured page. */
export interface Visit {
  /** Asks the page for something that is not measured. */
  ask(call: VisitCall): Promise<VisitAnswer>;
  /** @throws Error if the answer is empty: a step that finds nothing measures nothing */
  measure(step: string, call: VisitCall): Promise<void>;
}

/** Opens the measured page, where the gallery is open already, for one visit. */
export async function visitPage(
  browser: Browser,
  host: StaticHost,
  costs: Costs,
  visit: (visit: Visit) => Promise<void>,
): Promise<void> {
  await inNewContext(browser, async (page) => {
    await page.goto(`${host.url}visit/`);
    await page.waitForFunction(() => "visit" in window);
    const ask = (call: VisitCall) => page.evaluate((asked) => window.visit(asked), call);
    await ask({ type: "open" });
    await visit({
      ask,
      async measure(step, call) {
        await host.idle();
        const before = host.answered.length;
        const { ms, answer } = await ask(call);
        await host.idle();
        if (answer === 0 || (Array.isArray(answer) && answer.length === 0)) {
          throw new Error(`${step}: nothing was found by ${JSON.stringify(call)}.`);
        }
        costs.add(step, { ms, ...transfers(host.answered.slice(before)) });
      },
    });
  });
}

/** A visitor's page, its cache empty; what goes wrong in it ends the measurement. */
export async function inNewContext(
  browser: Browser,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const errors: unknown[] = [];
  context.on("weberror", (error) => errors.push(error.error()));
  try {
    const page = await context.newPage();
    await use(page);
    if (errors.length > 0) throw errors[0];
  } finally {
    await context.close();
  }
}
