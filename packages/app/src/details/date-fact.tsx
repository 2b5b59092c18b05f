import type { Card } from "akin-browser/format";
import { strings } from "../strings.js";
import { describeTakenAt } from "../text/taken-at.js";
import { Fact } from "./fact.js";

export function DateFact({ card: { takenAt } }: { card: Card }) {
  if (takenAt === null) return null;
  const taken = describeTakenAt(takenAt);
  if (taken === null) return <Fact icon="date" label={strings.taken} lines={[takenAt]} />;
  const { date, weekday, time, offset } = taken;
  const clock = [weekday, time, offset].filter((part) => part !== "").join(" · ");
  return <Fact icon="date" label={strings.taken} lines={[date, clock]} />;
}
