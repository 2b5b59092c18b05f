import { openGallery } from "akin-browser";

const photoPlace = document.querySelector("#photo");
const similarPlace = document.querySelector("#similar");
const foundPlace = document.querySelector("#found");
const form = document.querySelector("form");
const status = form.querySelector("output");

// The folder `site` that `akin build` wrote. This fetches one small file.
const gallery = await openGallery("gallery/site/");

/** The id of the photo that is shown, if there is one. */
let shown = [];
let searching = new AbortController();
form.addEventListener("submit", (event) => {
  event.preventDefault();
  searching.abort();
  searching = new AbortController();
  search(new FormData(form).get("words"), searching.signal);
});

await showPhoto(new URL(location.href).searchParams.get("photo") ?? (await newestPhoto()));

/** @param {string | number} idOrPath */
async function showPhoto(idOrPath) {
  const card = await gallery.photo(idOrPath);
  if (card === null) {
    photoPlace.textContent = "There is no such photo.";
    return;
  }
  shown = [card.id];
  const caption = document.createElement("figcaption");
  caption.textContent = card.title ?? card.filename;
  photoPlace.replaceChildren(picture(card, "60rem"), caption);
  similarPlace.replaceChildren(...card.similar.slice(0, 5).map(tile));
}

/**
 * Shows the photos that these words are said of, those most like the photo that is shown first.
 *
 * SQLite and what it needs of the database are loaded by the first search, and run in a worker.
 */
async function search(words, signal) {
  try {
    status.value = "Searching …";
    const found = await gallery.search({ where: { text: words }, plus: shown, limit: 20, signal });
    foundPlace.replaceChildren(...found.map(tile));
    status.value = `${found.length} found`;
  } catch (error) {
    if (!signal.aborted) status.value = error.message;
  }
}

async function newestPhoto() {
  const [month] = gallery.manifest.timeline;
  const { ids } = await gallery.block(month.blocks[0].name);
  return ids[0];
}

function tile(photo) {
  const link = document.createElement("a");
  link.href = `?photo=${encodeURIComponent(photo.path)}`;
  link.append(picture(photo, "12rem"));
  const item = document.createElement("li");
  item.append(link);
  return item;
}

/** @param {string} sizes how wide it is drawn, as of `img` */
function picture(photo, sizes) {
  const image = new Image(photo.width, photo.height);
  image.alt = photo.title ?? photo.path;
  image.sizes = sizes;
  image.srcset = gallery.srcSet(photo);
  return image;
}
