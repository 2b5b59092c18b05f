/** Sizes of the grid in pixels. */
export interface GridMetrics {
  /** Of the grid without its margins. */
  width: number;
  rowHeight: number;
  /** Between photos. */
  gap: number;
  headingHeight: number;
  /** Between days that stand side by side. */
  dayGap: number;
  /** Below each day. */
  dayMargin: number;
  /** A day is never narrower, so that its heading can be read. */
  narrowestDay: number;
}

const PHONE = 600;

export function gridMetrics(width: number): GridMetrics {
  return {
    width,
    rowHeight: width < PHONE ? 120 : 220,
    gap: 4,
    headingHeight: 44,
    dayGap: 16,
    dayMargin: 16,
    narrowestDay: 112,
  };
}
