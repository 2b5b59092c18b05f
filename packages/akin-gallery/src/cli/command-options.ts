import { DEVICES } from "../embedding/devices.js";
import { PUBLIC_FIELDS } from "../site/public-fields.js";
import { corsOrigin } from "./cors-origin.js";
import { publicUrl } from "./public-url.js";

interface TextForm {
  /** What it is, for people. */
  expected: string;
  /** What is made of a text; undefined for one that isn't of that form. */
  parse(text: string): string | undefined;
}

/** One option of the command line, which has the same name in gallery.config.json. */
export interface CommandOption {
  /** A `switch` is on by itself, or with a text: `--auto-tags`, `--auto-tags=words.txt`. */
  type: "string" | "boolean" | "switch" | "number" | "list";
  short?: string;
  /** Smallest and largest number. Default 1, and as large as you like. */
  least?: number;
  most?: number;
  /** What stands behind the option in the help, such as `<folder>`. */
  value?: string;
  /** The values it may have, where they are few. */
  choices?: readonly string[];
  /** For texts of one form only. */
  form?: TextForm;
  help: string;
}

/** Every option of every command. */
export const OPTIONS = {
  out: { type: "string", value: "<folder>", help: "the gallery's folder (default: gallery)" },
  title: {
    type: "string",
    value: "<text>",
    help: "the gallery's title (default: the photo folder's name)",
  },
  description: { type: "string", value: "<text>", help: "a sentence or two about the gallery" },
  url: {
    type: "string",
    value: "<address>",
    form: { expected: "the site's address, such as https://example.org/photos/", parse: publicUrl },
    help: "where the site will be: previews of shared links, and a page for each photo",
  },
  accent: {
    type: "string",
    value: "<colour>",
    form: {
      expected: "a colour such as #2a62c9",
      parse: (text) => (/^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : undefined),
    },
    help: "the gallery's colour, such as #2a62c9",
  },
  noindex: { type: "boolean", help: "ask search engines to leave the gallery out" },
  cors: {
    type: "string",
    value: "<origin>",
    form: { expected: '"*" or an origin such as https://example.org', parse: corsOrigin },
    help: "let pages of that origin read the gallery's data; * for all",
  },
  model: {
    type: "string",
    value: "<model>",
    help: "auto, clip-vit-b-32, clip-vit-b-16, clip-vit-l-14, builtin, a Hugging Face repository or a folder (default: auto)",
  },
  dtype: {
    type: "string",
    value: "<type>",
    choices: ["fp32", "fp16", "q8"],
    help: "the model's number type: fp32, fp16 or q8, 8-bit integers (default: the gallery's, else q8 for CLIP)",
  },
  device: {
    type: "string",
    value: "<name>",
    choices: DEVICES,
    help: "where the model runs: auto, cpu, webgpu, cuda, coreml or dml (default: auto, which is cpu)",
  },
  "batch-size": {
    type: "number",
    value: "<n>",
    help: "photos in one run of the model (default: 8; 1 for q8)",
  },
  enhance: {
    type: "boolean",
    help: "raise contrast and sharpness before embedding (off: no gain was measured)",
  },
  "smart-crop": {
    type: "boolean",
    help: "crop to the main subject before embedding (off: neighbours got worse)",
  },
  "auto-tags": {
    type: "switch",
    value: "[=<file>]",
    help: "give photos automatic tags, where the model reads words; <file> has words of your own",
  },
  "text-search": {
    type: "boolean",
    help: "publish the model's text part (some 70 MB), so that any words can be searched for by meaning",
  },
  "image-search": {
    type: "boolean",
    help: "publish the model's image part (CLIP's: 89 MB), so that the page looks at a visitor's pictures as the model does",
  },
  force: { type: "boolean", help: "embed all photos again" },
  prune: { type: "boolean", help: "let photos go even if more than half of the album is gone" },
  offline: { type: "boolean", help: "download nothing" },
  gps: {
    type: "string",
    value: "<policy>",
    choices: ["keep", "coarse", "strip"],
    help: "keep places, round them to about 1 km, or strip them (default: coarse)",
  },
  originals: {
    type: "string",
    value: "<policy>",
    choices: ["none", "copy", "link"],
    help: "publish the originals, with all that is in them (default: none)",
  },
  publish: {
    type: "list",
    value: "<field>",
    choices: PUBLIC_FIELDS,
    help: "tell this of photos too, such as people; may be given several times",
  },
  withhold: {
    type: "list",
    value: "<field>",
    choices: PUBLIC_FIELDS,
    help: "tell this of no photo, such as time or filename; may be given several times",
  },
  svg: { type: "boolean", help: "read SVG drawings, too" },
  exclude: {
    type: "list",
    value: "<glob>",
    help: "leave out photos by path; may be given several times",
  },
  "private-keyword": {
    type: "list",
    value: "<word>",
    help: "leave out photos with this keyword; may be given several times (default: private)",
  },
  "private-below": {
    type: "number",
    least: 0,
    most: 5,
    value: "<stars>",
    help: "leave out photos with fewer stars; those without any count as 0",
  },
  "tags-from-folders": {
    type: "boolean",
    help: "make tags of the folders' names, without dates and names such as DCIM",
  },
  "dates-from-files": {
    type: "boolean",
    help: "where nothing else tells when a photo was taken, take its file's time",
  },
  "main-db": {
    type: "string",
    value: "<file>",
    help: "a gallery database of your own, with a table images(path …)",
  },
  "vector-db": { type: "string", value: "<file>", help: "with --main-db: where its vectors go" },
  "photos-root": {
    type: "string",
    value: "<folder>",
    help: "with --main-db: the folder its paths begin in",
  },
  count: {
    type: "number",
    short: "k",
    value: "<n>",
    help: "how many photos (default: 5, of a search 20)",
  },
  text: {
    type: "boolean",
    help: "with pull: the text part too, for akin search and --auto-tags",
  },
  not: {
    type: "boolean",
    help: "the photos that follow are not duplicates of each other: remembered in the photo folder",
  },
  port: {
    type: "number",
    least: 0,
    most: 65_535,
    value: "<n>",
    help: "where to serve; 0 takes any free port (default: 4173)",
  },
  benchmark: {
    type: "boolean",
    help: "measure the models that are at hand, on this computer and with your photos",
  },
  photos: {
    type: "string",
    value: "<folder>",
    help: "with --benchmark: the photos to measure with (default: the gallery's, or generated ones)",
  },
  sample: { type: "number", value: "<n>", help: "with --benchmark: how many photos (default: 20)" },
  strict: { type: "boolean", help: "exit with 3 if any photo could not be read" },
  quiet: { type: "boolean", help: "no progress" },
  debug: { type: "boolean", help: "show the stack of an error" },
  json: { type: "boolean", help: "print the result as JSON" },
} as const satisfies Record<string, CommandOption>;

export type OptionName = keyof typeof OPTIONS;

/** Options of `build`: gallery.config.json may have them too. */
export const BUILD_OPTIONS = [
  "out",
  "title",
  "description",
  "url",
  "accent",
  "noindex",
  "cors",
  "model",
  "dtype",
  "device",
  "batch-size",
  "enhance",
  "smart-crop",
  "auto-tags",
  "text-search",
  "image-search",
  "force",
  "prune",
  "offline",
  "gps",
  "originals",
  "publish",
  "withhold",
  "svg",
  "exclude",
  "private-keyword",
  "private-below",
  "tags-from-folders",
  "dates-from-files",
  "strict",
  "quiet",
  "debug",
  "json",
] as const satisfies readonly OptionName[];
