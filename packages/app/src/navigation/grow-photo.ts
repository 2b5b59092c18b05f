const GROW_MS = 240;
const EASING = "cubic-bezier(0.2, 0, 0, 1)";

let current: Animation | null = null;

/**
 * Lets the open photo grow out of a picture. A view transition would take a picture of the page first, and two frames, before
 * anything of the photo is there.
 *
 * @param from where the picture was
 * @param isFirst whether the view around the photo opens too, which then fades in (see its styles)
 */
export function growPhoto(from: DOMRect | null, isFirst: boolean): void {
  const photo = document.querySelector<HTMLElement>("[data-open-photo]");
  const view = photo?.closest<HTMLElement>("[role=dialog]");
  if (!photo || !view) return;
  const growing = photo.animate(growth(from, photo.getBoundingClientRect()), {
    duration: GROW_MS,
    easing: EASING,
  });
  current = growing;
  view.dataset.growing = isFirst ? "view" : "photo";
  growing.onfinish = () => {
    if (current === growing) delete view.dataset.growing;
  };
}

/** From the picture's place, of the photo what the picture shows of it, which may be cropped; nothing moves without one. */
function growth(from: DOMRect | null, to: DOMRect): PropertyIndexedKeyframes {
  if (from === null || from.width === 0 || to.width === 0) return {};
  const scale = Math.max(from.width / to.width, from.height / to.height);
  const x = from.left + from.width / 2 - to.left - to.width / 2;
  const y = from.top + from.height / 2 - to.top - to.height / 2;
  const moved = [`translate(${x}px, ${y}px) scale(${scale})`, "none"];
  const besides = (to.width - from.width / scale) / 2;
  const above = (to.height - from.height / scale) / 2;
  // Clipping is drawn anew in each frame, moving is not.
  if (besides < 1 && above < 1) return { transform: moved };
  return { transform: moved, clipPath: [`inset(${above}px ${besides}px)`, "inset(0px)"] };
}
