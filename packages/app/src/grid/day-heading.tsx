import { strings } from "../strings.js";
import { describeTakenAt } from "../text/taken-at.js";
import styles from "./day-heading.module.css";

interface DayHeadingProps {
  id: string;
  /** `YYYY-MM-DD`, null for photos without a date. */
  day: string | null;
  /** What it says in place of the day. */
  title?: string | undefined;
  /** Pixels; where days share a line there may be room for the short form only. */
  width: number;
}

const ROOM_FOR_ALL = 230;

export function DayHeading({ id, day, title, width }: DayHeadingProps) {
  const taken = day === null ? null : describeTakenAt(day);
  const isWide = width >= ROOM_FOR_ALL;
  const date = isWide ? taken?.date : taken?.shortDate;
  return (
    <h2 id={id} className={styles.heading}>
      <span>{title ?? date ?? day ?? strings.undated}</span>
      {taken !== null && isWide && <span className={styles.weekday}> {taken.weekday}</span>}
    </h2>
  );
}
