import type { FolderSize } from "../../folder-size.js";

/** What a host takes for nothing; undefined where it names no limit. docs/hosting.md has the same, with the dates. */
export interface HostLimits {
  name: string;
  files?: number;
  /** Of the whole site. */
  bytes?: number;
  /** Of one file. */
  fileBytes?: number;
  /** Files in one folder. */
  filesInFolder?: number;
  /** Takes only files whose extensions it knows: those of `data/` have none. */
  knownTypesOnly?: true;
}

export const HOST_LIMITS: readonly HostLimits[] = [
  { name: "GitHub Pages", bytes: 1e9, fileBytes: 100 * 2 ** 20 },
  { name: "GitLab Pages", bytes: 1e9, files: 200_000 },
  { name: "Cloudflare Pages", files: 20_000, fileBytes: 25 * 2 ** 20 },
  { name: "Netlify", filesInFolder: 54_000 },
  { name: "Vercel" },
  { name: "Firebase", bytes: 10e9, fileBytes: 2e9 },
  { name: "Surge" },
  { name: "Neocities", bytes: 1e9, knownTypesOnly: true },
];

/** Names of hosts, by what they say to a site; each is in one list. */
export interface HostFit {
  fits: string[];
  tooManyFiles: string[];
  tooLarge: string[];
  fileTooLarge: string[];
  unknownTypes: string[];
}

/** On which of the common free hosts a site fits. */
export function hostFit(site: FolderSize): HostFit {
  const fit: HostFit = {
    fits: [],
    tooManyFiles: [],
    tooLarge: [],
    fileTooLarge: [],
    unknownTypes: [],
  };
  for (const host of HOST_LIMITS) fit[obstacle(host, site) ?? "fits"].push(host.name);
  return fit;
}

function obstacle(host: HostLimits, site: FolderSize): keyof HostFit | undefined {
  const { files = Infinity, bytes = Infinity, fileBytes = Infinity } = host;
  if (host.knownTypesOnly) return "unknownTypes";
  if (site.files > files || site.filesInFolder > (host.filesInFolder ?? Infinity)) {
    return "tooManyFiles";
  }
  if (site.bytes > bytes) return "tooLarge";
  return site.largestFile > fileBytes ? "fileTooLarge" : undefined;
}

const WORDS: readonly [keyof HostFit, string][] = [
  ["fits", "fits"],
  ["tooManyFiles", "too many files for"],
  ["tooLarge", "too large for"],
  ["fileTooLarge", "a file is too large for"],
  ["unknownTypes", "file types not taken by"],
];

/** One line for the owner. */
export function hostLine(fit: HostFit): string {
  const parts = WORDS.filter(([key]) => fit[key].length > 0);
  return `Free hosts: ${parts.map(([key, words]) => `${words}: ${fit[key].join(", ")}`).join("; ")}.`;
}
