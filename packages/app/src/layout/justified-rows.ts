/** Photos `start` to `end` (exclusive) side by side, `height` pixels high. */
export interface JustifiedRow {
  start: number;
  end: number;
  height: number;
  /** Whether the row fills the width; only the last one may not. */
  full: boolean;
}

export interface RowOptions {
  /** Of a row, in pixels. */
  width: number;
  /** The height that rows come close to, in pixels. */
  rowHeight: number;
  /** Between photos, in pixels. */
  gap: number;
}

/** A last row that would have to grow by more than about a third stays short instead, the less gladly the emptier. */
const SHORT_ROW_COST = 0.05;
const EMPTINESS_COST = 0.2;

/** What has been laid out up to a photo in the cheapest way. */
interface Step {
  cost: number;
  start: number;
  height: number;
}

/**
 * Breaks photos into rows that fill the width and differ least in height: the breaks are chosen for all rows together
 * (shortest path, as Knuth and Plass break paragraphs), since greedy rows leave a bad one now and then.
 *
 * @param ratios width / height of each photo
 */
export function justifiedRows(ratios: readonly number[], options: RowOptions): JustifiedRow[] {
  const steps: Step[] = [{ cost: 0, start: 0, height: 0 }];
  for (let end = 1; end <= ratios.length; end++) steps.push(bestStep(ratios, steps, end, options));

  const rows: JustifiedRow[] = [];
  for (let end = ratios.length; end > 0; ) {
    const step = steps[end];
    if (step === undefined) break;
    const full = end < ratios.length || !isShort(step.height, options.rowHeight);
    rows.unshift({ start: step.start, end, height: step.height, full });
    end = step.start;
  }
  const last = rows.at(-1);
  // As high as the row above, so that the photos stand in line.
  if (last?.full === false) last.height = rows.at(-2)?.height ?? options.rowHeight;
  return rows;
}

/** The best row that ends before photo `end`, together with the best rows before it. */
function bestStep(
  ratios: readonly number[],
  steps: readonly Step[],
  end: number,
  { width, rowHeight, gap }: RowOptions,
): Step {
  let best: Step = { cost: Number.POSITIVE_INFINITY, start: end - 1, height: rowHeight };
  let ratio = 0;
  for (let start = end - 1; start >= 0; start--) {
    ratio += ratios[start] ?? 1;
    const height = (width - gap * (end - start - 1)) / ratio;
    const isLast = end === ratios.length;
    const cost = (steps[start]?.cost ?? 0) + rowCost(height, rowHeight, isLast);
    if (cost < best.cost) best = { cost, start, height };
    if (height < rowHeight / 2) break;
  }
  return best;
}

function rowCost(height: number, rowHeight: number, isLast: boolean): number {
  if (height <= 0) return 1e6;
  return isLast && isShort(height, rowHeight)
    ? shortRowCost(height, rowHeight)
    : fullRowCost(height, rowHeight);
}

/** Squared on a scale of proportions: half the height is as bad as double. */
function fullRowCost(height: number, rowHeight: number): number {
  return Math.log(height / rowHeight) ** 2;
}

function shortRowCost(height: number, rowHeight: number): number {
  return SHORT_ROW_COST + EMPTINESS_COST * (1 - rowHeight / height);
}

/** @param height at which the row would fill the width */
function isShort(height: number, rowHeight: number): boolean {
  return height > rowHeight && shortRowCost(height, rowHeight) < fullRowCost(height, rowHeight);
}
