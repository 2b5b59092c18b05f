/** Drawn after Lucide (ISC licence), 24 x 24. */
const PATHS = {
  photos:
    "M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2ZM11 9a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM21 15l-3.1-3.1a2 2 0 0 0-2.8 0L6 21",
  albums: "M20 20H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4l2.5 3H20a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2Z",
  places:
    "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM3 12h18M12 3c2.5 2.5 4 5.6 4 9s-1.5 6.5-4 9c-2.5-2.5-4-5.6-4-9s1.5-6.5 4-9Z",
  likeness:
    "M9 7a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM20 9a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM10 16a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM19 18a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z",
  words: "M5 7V5h14v2M12 5v14M9 19h6",
  shows: "M2 12s3.6-7 10-7 10 7 10 7-3.6 7-10 7S2 12 2 12ZM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z",
  search: "M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM21 21l-5-5",
  filter:
    "M4 6h6M14 6h6M14 6a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM4 12h2M10 12h10M10 12a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM4 18h10M18 18h2M18 18a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z",
  recent: "M21 12a9 9 0 1 1-2.6-6.4L21 8M21 3v5h-5M12 7v5l3 2",
  lens: "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Z",
  orientation: "M15 4v16M4 4h11v16H4ZM15 11h5v9h-5",
  colour: "M12 3s6 6.5 6 11a6 6 0 0 1-12 0c0-4.5 6-11 6-11Z",
  close: "M18 6 6 18M6 6l12 12",
  check: "m5 12.5 4.5 4.5L19 7.5",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  link: "M10 13.5a4.5 4.5 0 0 0 6.7.4l2.7-2.7a4.5 4.5 0 0 0-6.4-6.4L11.6 6M14 10.5a4.5 4.5 0 0 0-6.7-.4l-2.7 2.7a4.5 4.5 0 0 0 6.4 6.4l1.4-1.2",
  previous: "m15 18-6-6 6-6",
  next: "m9 18 6-6-6-6",
  info: "M12 16v-5M12 8h.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z",
  system: "M5 3h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2ZM8 21h8M12 17v4",
  light:
    "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M6.3 17.7l-1.4 1.4M19.1 4.9l-1.4 1.4",
  dark: "M20.5 14.5A8.5 8.5 0 0 1 9.5 3.5a8.5 8.5 0 1 0 11 11Z",
  date: "M8 2v4M16 2v4M3 10h18M5 4h14a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Z",
  camera:
    "M14.5 4h-5L7 7H4a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2V9a2 2 0 0 0-2-2h-3ZM15 13a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z",
  place: "M20 10c0 5-8 12-8 12s-8-7-8-12a8 8 0 0 1 16 0ZM15 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z",
  tags: "M12.6 2.6A2 2 0 0 0 11.2 2H4a2 2 0 0 0-2 2v7.2a2 2 0 0 0 .6 1.4l8.7 8.7a2.4 2.4 0 0 0 3.4 0l6.6-6.6a2.4 2.4 0 0 0 0-3.4ZM7.5 7.5h.01",
  file: "M19 3H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2V5a2 2 0 0 0-2-2ZM11 9a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM21 15l-3.1-3.1a2 2 0 0 0-2.8 0L6 21",
  zoomIn: "M12 5v14M5 12h14",
  zoomOut: "M5 12h14",
  whole:
    "M8 3H5a2 2 0 0 0-2 2v3M16 3h3a2 2 0 0 1 2 2v3M8 21H5a2 2 0 0 1-2-2v-3M16 21h3a2 2 0 0 0 2-2v-3",
  up: "m6 15 6-6 6 6",
  down: "m6 9 6 6 6-6",
  back: "M19 12H5M12 19l-7-7 7-7",
  download: "M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4M7 10l5 5 5-5M12 15V3",
  play: "M7 4v16l13-8Z",
  animation: "M15 4.5a8 8 0 1 1 0 15M9 19.5a8 8 0 0 1 0-15M10 8.5v7l5.5-3.5Z",
  pause: "M7 5v14M17 5v14",
  again: "M3 12a9 9 0 1 0 3-6.7L3 8M3 3v5h5",
  magnify: "M19 11a8 8 0 1 1-16 0 8 8 0 0 1 16 0ZM21 21l-4.3-4.3M11 8v6M8 11h6",
  reduce: "M19 11a8 8 0 1 1-16 0 8 8 0 0 1 16 0ZM21 21l-4.3-4.3M8 11h6",
  fullScreen:
    "M8 3H5a2 2 0 0 0-2 2v3M16 3h3a2 2 0 0 1 2 2v3M8 21H5a2 2 0 0 1-2-2v-3M16 21h3a2 2 0 0 0 2-2v-3",
  window:
    "M8 3v3a2 2 0 0 1-2 2H3M16 3v3a2 2 0 0 0 2 2h3M8 21v-3a2 2 0 0 0-2-2H3M16 21v-3a2 2 0 0 1 2-2h3",
  share: "M12 15V3M8 6.5 12 3l4 3.5M5 12v7a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-7",
  alike:
    "M5 3h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2ZM19 9a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2",
  part: "M6 2v14a2 2 0 0 0 2 2h14M18 22V8a2 2 0 0 0-2-2H2",
  more: "M13 12a1 1 0 1 1-2 0 1 1 0 0 1 2 0ZM13 5a1 1 0 1 1-2 0 1 1 0 0 1 2 0ZM13 19a1 1 0 1 1-2 0 1 1 0 0 1 2 0Z",
  select: "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z",
  selected: "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM8 12l3 3 5-6",
  rating: "m12 2.5 2.9 5.9 6.6 1-4.8 4.6 1.1 6.5L12 17.4l-5.8 3.1 1.1-6.5L2.5 9.4l6.6-1Z",
  people:
    "M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2M13 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM22 21v-2a4 4 0 0 0-3-3.9M16 3.1a4 4 0 0 1 0 7.8",
  licence: "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM14.8 14.5a3.5 3.5 0 1 1 0-5",
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration: what it stands for is said by the words or the label beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
