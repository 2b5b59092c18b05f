/** A column of a table: its heading, and on which side its cells end. */
export interface Column {
  heading: string;
  align: "left" | "right";
}

/** Lines of a table for a terminal: columns as wide as their widest cell, two spaces between them. */
export function tableLines(columns: readonly Column[], rows: readonly string[][]): string[] {
  const all = [columns.map(({ heading }) => heading), ...rows];
  const widths = columns.map((_, index) => Math.max(...all.map((row) => row[index]?.length ?? 0)));
  return all.map((row) =>
    columns
      .map(({ align }, index) => {
        const cell = row[index] ?? "";
        const width = widths[index] ?? 0;
        return align === "left" ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("  ")
      .trimEnd(),
  );
}
