const SAFE_PROTOCOLS = ["http:", "https:", "mailto:"];

/** Whether a page may link to it: an address on the web, of mail, or one relative to the page. */
export function isSafeLink(url: string): boolean {
  try {
    // Resolved as a browser would, which finds `java\nscript:` too.
    return SAFE_PROTOCOLS.includes(new URL(url, "https://gallery.invalid/").protocol);
  } catch {
    return false;
  }
}
