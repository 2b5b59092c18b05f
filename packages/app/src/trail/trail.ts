import { Listeners } from "../listeners.js";
import { restoreTrail, storeTrail, type TrailStep } from "./store-trail.js";

/** More would only be scrolled past; the oldest go. */
const LONGEST = 100;

/**
 * The photos that one has been at in this visit, in the order of the browser's history: going back leaves the later ones
 * to be seen, going elsewhere from there drops them.
 */
class Trail {
  readonly listeners = new Listeners();
  #steps: readonly TrailStep[] = restoreTrail();
  #current: number | null = null;

  readonly steps = (): readonly TrailStep[] => this.#steps;
  /** The key of the step that one is at. */
  readonly current = (): number | null => this.#current;

  /** Goes on to a photo. @param entry the place of its history entry @returns the step's key */
  add(photo: number, entry: number): number {
    const steps = this.#before(entry);
    const step = newStep(steps, photo, entry);
    this.#set([...steps, step].slice(-LONGEST), step.key);
    return step.key;
  }

  /** Goes on to a page that is no photo. @param entry the place of its history entry */
  leave(entry: number): void {
    this.#set(this.#before(entry), null);
  }

  /** Another photo takes the place of the current one. */
  replace(photo: number): void {
    const steps = this.#steps.map((step) =>
      step.key === this.#current ? { ...step, photo } : step,
    );
    this.#set(steps, this.#current);
  }

  /**
   * Comes to a history entry.
   *
   * @param photo null for a page without one
   * @param key of its step, if it has one
   * @returns the step's key
   */
  arrive(photo: number | null, entry: number, key: number | null): number | null {
    if (photo === null) {
      this.#set(this.#steps, null);
      return null;
    }
    const known = this.#steps.find((step) => step.key === key && step.photo === photo);
    const step = known ?? newStep(this.#steps, photo, entry);
    this.#set(known === undefined ? inserted(this.#steps, step) : this.#steps, step.key);
    return step.key;
  }

  /** For a new visit. */
  forget(): void {
    this.#set([], null);
  }

  /** Leaves only the photo that is open. */
  clear(): void {
    this.#set(
      this.#steps.filter(({ key }) => key === this.#current),
      this.#current,
    );
  }

  /** What stays when one goes elsewhere, as in the browser's history. */
  #before(entry: number): readonly TrailStep[] {
    const at = this.#steps.findIndex(({ key }) => key === this.#current);
    if (at >= 0) return this.#steps.slice(0, at + 1);
    return this.#steps.filter((step) => step.entry < entry);
  }

  #set(steps: readonly TrailStep[], current: number | null): void {
    this.#steps = steps;
    this.#current = current;
    storeTrail(steps);
    this.listeners.changed();
  }
}

function newStep(steps: readonly TrailStep[], photo: number, entry: number): TrailStep {
  return { key: Math.max(0, ...steps.map(({ key }) => key)) + 1, photo, entry };
}

function inserted(steps: readonly TrailStep[], step: TrailStep): TrailStep[] {
  const at = steps.findIndex(({ entry }) => entry > step.entry);
  return at < 0 ? [...steps, step] : steps.toSpliced(at, 0, step);
}

export const trail = new Trail();
