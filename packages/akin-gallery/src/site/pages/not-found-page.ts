import { html } from "./html.js";

/** Only a page of ours has it. */
export const NOT_FOUND_MARK = '<meta name="generator" content="Akin" />';

/**
 * `404.html`, which hosts send for addresses that aren't there: without it, some send the gallery's own page, as if all were well.
 * It stands at any address, so it can load nothing, and links to the gallery only where its address is known.
 */
export function notFoundPage(title: string, url: string | null): string {
  const gallery = url === null ? html`${title}` : html`<a href="${url}">${title}</a>`;
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'" />
    <meta name="generator" content="Akin" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>Not found</title>
  </head>
  <body>
    <h1>Not found</h1>
    <p>There is nothing at this address. ${gallery}</p>
  </body>
</html>
`.toString();
}
