import type { Answer } from "./answers.js";

const TOLERANCE = 1e-6;

/** In what two answers differ; numbers may by 1e-6, of themselves where they are above 1. */
export function difference(expected: Answer, found: Answer): string | null {
  if ("error" in expected || "error" in found) {
    const same = "error" in expected && "error" in found && expected.error === found.error;
    return same ? null : `expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`;
  }
  if (expected.rows.length !== found.rows.length) {
    return `expected ${expected.rows.length} rows, found ${found.rows.length}: ${JSON.stringify(expected.rows)}, ${JSON.stringify(found.rows)}`;
  }
  for (const [i, row] of expected.rows.entries()) {
    const other = found.rows[i] ?? [];
    for (const [j, value] of row.entries()) {
      if (!isSame(value, other[j])) {
        return `row ${i}, column ${j}: expected ${value}, found ${other[j]} of ${JSON.stringify(expected.rows)}, ${JSON.stringify(found.rows)}`;
      }
    }
  }
  return null;
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== "number" || typeof b !== "number") return a === b;
  return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a));
}
