import { DATA_FOLDERS } from "../site-folder.js";

/** What the owner chose about the headers of a site. */
export interface HostOptions {
  /** Origin whose pages may read the gallery's data, `*` for all; undefined for none but the site's own. */
  cors: string | undefined;
  /** Whether search engines are asked to leave the gallery out. */
  noindex: boolean;
}

/** Headers by name, as they are to be sent. */
export type Headers = Readonly<Record<string, string>>;

export interface FolderRule {
  /** Relative to the site, without a `/` at the end. */
  folder: string;
  headers: Headers;
}

/** For files that are replaced: a browser asks each time whether they have changed. */
export const ASK_EACH_TIME: Headers = { "Cache-Control": "no-cache" };

const FOR_EVER = { "Cache-Control": "public, max-age=31536000, immutable" };

/** Headers of every file. The other rules of the page's security policy stand in the page: this one can't. */
export function commonHeaders({ noindex }: HostOptions): Headers {
  return {
    "Content-Security-Policy": "frame-ancestors 'self'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    // Of pages the robots tag tells the same; pictures have none.
    ...(noindex && { "X-Robots-Tag": "noindex" }),
  };
}

/** Folders all of whose files have names that change with their content, and what is sent with these files. */
export function folderRules(options: HostOptions): FolderRule[] {
  const data = { ...FOR_EVER, "Content-Type": "application/octet-stream", ...corsHeaders(options) };
  return [
    ...["assets", "images", "originals"].map((folder) => ({ folder, headers: FOR_EVER })),
    ...DATA_FOLDERS.map((folder) => ({ folder: `data/${folder}`, headers: data })),
  ];
}

/** What other sites need to read `data/`. */
export function corsHeaders({ cors }: HostOptions): Headers {
  if (cors === undefined) return {};
  // An answer to one origin must not be kept for another.
  return { "Access-Control-Allow-Origin": cors, ...(cors !== "*" && { Vary: "Origin" }) };
}

/** All headers of a file that is sent with status 200. @param path relative to the site */
export function headersOf(path: string, options: HostOptions): Headers {
  const rule = folderRules(options).find(({ folder }) => path.startsWith(`${folder}/`));
  const own = rule?.headers ?? {
    ...ASK_EACH_TIME,
    ...(path === "data/manifest.json" && corsHeaders(options)),
  };
  return { ...commonHeaders(options), ...own };
}
