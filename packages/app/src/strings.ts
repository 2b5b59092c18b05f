/** All that the app says, but for how similar a photo is (akin-browser). Photos' own texts come from their files. */
export const strings = {
  /** Dates and numbers as in this language; the visitor's own variety of it where there is one. */
  language: "en",
  fallbackLocale: "en-GB",

  photos: (count: string, one: boolean) => (one ? "1 photo" : `${count} photos`),
  timeline: "Timeline",
  undated: "Without a date",
  blockFailed: "These photos could not be loaded.",
  tryAgain: "Try again",

  theme: {
    system: "Theme: as the system. Switch to light",
    light: "Theme: light. Switch to dark",
    dark: "Theme: dark. Switch to the system’s",
  },

  skip: "Skip to the photos",
  pagesLabel: "Pages",
  pages: { photos: "Photos", albums: "Albums", places: "Map", likeness: "Likeness" },
  loadingPage: "Loading the page",
  pageFailed: "This page could not be loaded.",

  keys: {
    open: "Keys and help (?)",
    title: "Keys",
    letters: "Use keys of a single letter or sign",
  },
  shortcuts: [
    [["←", "→", "↑", "↓"], "Move"],
    [["Enter"], "Open"],
    [["Esc"], "Close"],
    [["Home", "End"], "First and last"],
    [["/"], "Search"],
    [["i"], "Details"],
    [["?"], "These keys"],
  ] as const,

  albums: {
    failed: "The albums could not be loaded.",
    none: "This gallery has no albums.",
    noneHint: "Each folder of photos is an album; here all photos lie in one.",
    orderBy: "Order of the albums",
    orders: { name: "Name", newest: "Newest" },
    inThis: "Albums in this album",
  },

  search: { label: "Search" },
  alike: { title: "More like this" },

  loading: "Loading the gallery",
  emptyTitle: "There are no photos here yet.",
  /** Before and after the command. */
  emptyHint: ["Put some into the album’s folder and run ", " again."],
  errors: {
    NETWORK: "The gallery could not be reached.",
    NOT_FOUND: "The gallery’s data is not here. The upload may not be complete.",
    DAMAGED: "The gallery’s data is damaged. Uploading it again should help.",
    FORMAT: "This gallery was made by another version of Akin. Reloading the page may help.",
  },
  changed: "This gallery has been updated.",
  reload: "Reload",
  otherError: "The gallery could not be opened.",

  photoView: "Photo",
  close: "Close (Esc)",
  previous: "Previous photo (←)",
  next: "Next photo (→)",
  detailsKey: "Details (i)",
  unknownPhoto: "There is no such photo in this gallery.",
  unknownPhotoHint: "It may have been removed, or the link is incomplete.",
  toGallery: "Go to the gallery",
  imageFailed: "This photo could not be loaded.",

  details: "Details",
  detailsFailed: "The details could not be loaded.",
  similar: "Similar",
  noSimilar: "Nothing is really similar.",
  similarBy: "Similar by",
  likeness: { subject: "Subject", look: "Look" },
  group: {
    burst: (count: number) => `Burst of ${count}`,
    duplicate: (count: number) => `${count} versions of this photo`,
  },
  taken: "Date",
  camera: "Camera",
  place: "Place",
  tags: "Tags",
  file: "File",
  equivalent: (millimetres: string) => `${millimetres} mm equivalent`,
  north: "N",
  south: "S",
  east: "E",
  west: "W",
  download: "Download original",
} as const;
