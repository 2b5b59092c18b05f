const GAP = 24;
const SETTLE_MS = 200;
/** Pixels of a pull down that make the view as clear as it gets. */
const CLEAR = 320;

/** Moves the slides sideways with a finger. */
export function dragSideways(track: HTMLElement, pixels: number): void {
  track.dataset.swiping = "moving";
  track.style.setProperty("--drag", `${pixels}px`);
}

/** Lets the slides go: on to the neighbour, or back. @param direction 1 to the right, -1 to the left */
export function settleSideways(
  track: HTMLElement,
  target: (() => void) | undefined,
  direction: number,
): void {
  track.dataset.swiping = "settling";
  const far = target === undefined ? 0 : direction * (track.clientWidth + GAP);
  track.style.setProperty("--drag", `${far}px`);
  setTimeout(() => {
    // In one go with the new places of the slides, so that nothing jumps.
    target?.();
    delete track.dataset.swiping;
    track.style.removeProperty("--drag");
  }, SETTLE_MS);
}

/** Pulls the photo down, off the page below. @param view the element of the whole view */
export function pullDown(view: HTMLElement, pixels: number): void {
  view.dataset.pulled = "moving";
  view.style.setProperty("--pull", `${pixels}px`);
  view.style.setProperty("--pulled", String(Math.min(1, pixels / CLEAR)));
}

/** Lets the photo go back to its place. */
export function settleDown(view: HTMLElement): void {
  view.dataset.pulled = "settling";
  view.style.setProperty("--pull", "0px");
  view.style.setProperty("--pulled", "0");
  setTimeout(() => {
    if (view.dataset.pulled === "settling") delete view.dataset.pulled;
  }, SETTLE_MS);
}
