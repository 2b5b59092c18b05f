/** How long pictures have to stay before they count as looked at, in milliseconds. */
const LOOKED_AT = 1000;

/** Pictures that are remembered as told. */
const TOLD = 5000;

/** Tells the service worker which pictures to keep: those that are in the page when no other has come for a while. */
export function keepShownPictures(): void {
  const told = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    const shown = [...document.images]
      .filter(({ complete, naturalWidth }) => complete && naturalWidth > 0)
      .map(({ currentSrc }) => currentSrc)
      .filter((url) => url.startsWith("http") && !told.has(url));
    const { controller } = navigator.serviceWorker;
    if (shown.length === 0 || controller === null) return;
    if (told.size > TOLD) told.clear();
    for (const url of shown) told.add(url);
    controller.postMessage(shown);
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, LOOKED_AT);
  };
  // `load` of a picture doesn't bubble.
  document.addEventListener("load", later, { capture: true });
  navigator.serviceWorker.addEventListener("controllerchange", later);
}
