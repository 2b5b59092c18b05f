/**
 * The root of a site: absolute, without query and fragment, ending with `/`.
 *
 * @param url the site's folder, with or without the last `/`, or its HTML page; relative to the page that asks.
 *   Default: the page's own folder
 * @throws TypeError if the URL is not valid, or relative where there is no page
 */
export function siteRoot(url?: string | URL): string {
  const page = typeof document === "undefined" ? undefined : document.baseURI;
  if (url === undefined) return withoutQuery(new URL(".", page)).href;
  const root = withoutQuery(new URL(url, page));
  if (/\.html?$/i.test(root.pathname)) return new URL(".", root).href;
  if (!root.pathname.endsWith("/")) root.pathname += "/";
  return root.href;
}

function withoutQuery(url: URL): URL {
  url.search = "";
  url.hash = "";
  return url;
}
