import type { TimelineMonth } from "./manifest.js";

/** Slots that each month has to itself: more photos than a camera takes in one. */
const MONTH_SLOTS = 2 ** 20;

/**
 * The slots of a month are those above this one, given to its photos from the oldest on: photos that are added to other
 * months leave them as they are.
 *
 * @param month `YYYY-MM`; null for photos without a date, which come before all months
 */
export function slotBefore(month: string | null): number {
  if (month === null) return 0;
  return (12 * Number(month.slice(0, 4)) + Number(month.slice(5))) * MONTH_SLOTS;
}

interface MonthOfSlots {
  /** What the position of the month's oldest photo, and its slot, come after. */
  position: number;
  slot: number;
}

/** Between positions, which count all photos from the oldest on, and slots, which count those of each month. */
export class Slots {
  /** The oldest first. */
  readonly #months: MonthOfSlots[] = [];

  /** @param timeline as in the manifest */
  constructor(timeline: readonly Pick<TimelineMonth, "month" | "photos">[]) {
    let position = 0;
    for (const { month, photos } of timeline.toReversed()) {
      this.#months.push({ position, slot: slotBefore(month) });
      position += photos;
    }
  }

  slotOf(position: number): number {
    const month = this.#last((month) => month.position < position);
    return month.slot + position - month.position;
  }

  positionOf(slot: number): number {
    const month = this.#last((month) => month.slot < slot);
    return month.position + slot - month.slot;
  }

  /** The last month of which something holds that holds for all earlier ones. */
  #last(holds: (month: MonthOfSlots) => boolean): MonthOfSlots {
    let [low, high] = [0, this.#months.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const month = this.#months[middle];
      if (month !== undefined && holds(month)) low = middle;
      else high = middle - 1;
    }
    return this.#months[low] ?? { position: 0, slot: 0 };
  }
}
