import { openGallery } from "akin-browser";

const photoPlace = document.querySelector("#photo");
const similarPlace = document.querySelector("#similar");
const foundPlace = document.querySelector("#found");
const form = document.querySelector("form");
const status = form.querySelector("output");

// The folder `site` that `akin build` wrote. This fetches one small file.
const gallery = await openGallery("gallery/site/");

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
  const caption = document.createElement("figcaption");
  caption.textContent = card.title ?? card.filename;
  photoPlace.replaceChildren(picture(card, "60rem"), caption);
  similarPlace.replaceChildren(...card.similar.slice(0, 5).map(tile));
}

/** SQLite and the database come with the first search, and run in a worker. */
async function search(words, signal) {
  try {
    const { main } = await gallery.databases({
      signal,
      onProgress({ loadedBytes, totalBytes }) {
        status.value = `Loading: ${Math.round((100 * loadedBytes) / totalBytes)} %`;
      },
    });
    const found = await main.select(
      "SELECT path FROM images WHERE id IN (SELECT rowid FROM images_fts WHERE images_fts MATCH ?) LIMIT 20",
      // In quotes, so that no word of it is taken for an operator.
      [`"${words.replaceAll('"', '""')}"`],
      { signal },
    );
    const cards = await Promise.all(found.map(({ path }) => gallery.photo(path, { signal })));
    foundPlace.replaceChildren(...cards.map(tile));
    status.value = `${cards.length} found`;
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
