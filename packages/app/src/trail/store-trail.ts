const KEY = "akin-trail";

export interface TrailStep {
  /** Names the step as long as it is there. */
  key: number;
  /** The photo's id. */
  photo: number;
  /** The place of the history entry that shows it; the photos of a walk share one. */
  entry: number;
}

/** Keeps the trail for a reload, where the browser allows it. */
export function storeTrail(steps: readonly TrailStep[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(steps));
  } catch {
    // Storage is blocked or full: the trail ends with the page.
  }
}

export function restoreTrail(): TrailStep[] {
  try {
    const steps: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(steps) ? steps.filter(isStep) : [];
  } catch {
    return [];
  }
}

function isStep(value: unknown): value is TrailStep {
  if (typeof value !== "object" || value === null) return false;
  const { key, photo, entry }: Partial<Record<string, unknown>> = { ...value };
  return [key, photo, entry].every((each) => Number.isSafeInteger(each));
}
