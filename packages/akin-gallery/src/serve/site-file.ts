import { realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { errorCode } from "../describe-error.js";

/**
 * The file of a site that an address of a request names.
 *
 * @param root the site's folder, without links in it
 * @param address as it stands in the request's first line
 * @returns its path, beginning with `/`; or the status to refuse with: 400 for what is no plain path, 404 for what isn't
 *   there, is hidden, or lies elsewhere
 */
export function siteFile(root: string, address: string): string | 400 | 404 {
  const path = decoded(address.replace(/[?#].*$/s, ""));
  // "/" also excludes the form for proxies, "http://…"; a backslash is a separator on Windows.
  if (!path?.startsWith("/") || /[\\\0]/.test(path)) return 400;
  const segments = path.split("/").slice(1);
  if (segments.some((segment) => segment === "." || segment === "..")) return 400;
  const isHidden = (segment: string, at: number) =>
    segment.startsWith(".") || (segment === "" && at < segments.length - 1);
  if (segments.some(isHidden)) return 404;
  return isInside(root, path) ? path : 404;
}

/** Decoded once, as a host does; undefined for what is not UTF-8. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** Whether a file is there, and no link leads out of the site. */
function isInside(root: string, path: string): boolean {
  try {
    return `${realpathSync(join(root, path))}${sep}`.startsWith(root + sep);
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG", "EACCES"].includes(errorCode(error) ?? "")) {
      return false;
    }
    throw error;
  }
}
