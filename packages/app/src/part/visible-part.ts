import { LEAST_PART, type Part, WHOLE_PART } from "../navigation/example.js";
import { MIDDLE, partBetween } from "./part.js";

/** The part of the open photo that is on the screen; the middle of it where that is nearly all. @param stage around it */
export function visiblePart(stage: HTMLElement | null): Part {
  const photo = stage?.querySelector("[data-open-photo]");
  if (stage === null || photo == null) return MIDDLE;
  const [frame, box] = [stage.getBoundingClientRect(), photo.getBoundingClientRect()];
  const x = (value: number) => ((value - box.left) / box.width) * WHOLE_PART;
  const y = (value: number) => ((value - box.top) / box.height) * WHOLE_PART;
  const from = { x: x(frame.left), y: y(frame.top) };
  const part = partBetween(from, { x: x(frame.right), y: y(frame.bottom) });
  const isAll = WHOLE_PART ** 2 - part.width * part.height < LEAST_PART * WHOLE_PART;
  return isAll ? MIDDLE : part;
}
