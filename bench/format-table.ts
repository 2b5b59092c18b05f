import type { Figure, Table } from "./benchmark.js";

/** A table in aligned columns, numbers to the right. */
export function formatTable({ title, columns, rows }: Table): string {
  const cells = [columns, ...rows.map((row) => row.map(text))];
  const widths = columns.map((_, c) => Math.max(...cells.map((row) => row[c]?.length ?? 0)));
  const lines = cells.map((row, r) =>
    row
      .map((cell, c) => {
        const number = typeof rows[Math.max(0, r - 1)]?.[c] === "number";
        return number ? cell.padStart(widths[c] ?? 0) : cell.padEnd(widths[c] ?? 0);
      })
      .join("  ")
      .trimEnd(),
  );
  return ["", title, ...lines].join("\n");
}

/** The figures as a table, as `run` prints them. */
export function figureTable(figures: readonly Figure[]): Table {
  return {
    title: "Figures",
    columns: ["figure", "value", "unit", "target", "holds", "peer"],
    rows: figures.map(({ figure, value, unit, target, holds, peer }) => [
      figure,
      value,
      unit,
      target,
      holds === null ? null : holds ? "yes" : "NO",
      peer && `${peer.name}: ${text(peer.value)}`,
    ]),
  };
}

function text(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "string" || Number.isInteger(value)) return String(value);
  return Math.abs(value) < 10 ? value.toFixed(3) : value.toFixed(1);
}
