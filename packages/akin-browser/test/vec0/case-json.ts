import type { Case } from "./random-query.js";
import type { Value } from "./random-table.js";

/** Statements as JSON: bigints and blobs are marked. */
export function casesToJson(cases: readonly Case[]): string {
  return JSON.stringify(cases, (_, value: unknown) => {
    if (typeof value === "bigint") return { integer: String(value) };
    return value instanceof Uint8Array ? { blob: Array.from(value) } : value;
  });
}

export function casesFromJson(json: string): Case[] {
  const cases = JSON.parse(json) as { sql: string; parameters: unknown[] }[];
  return cases.map(({ sql, parameters }) => ({ sql, parameters: parameters.map(fromJson) }));
}

function fromJson(value: unknown): Value {
  if (typeof value !== "object" || value === null) return value as Value;
  if ("integer" in value) return BigInt(String(value.integer));
  return Uint8Array.from((value as unknown as { blob: number[] }).blob);
}
