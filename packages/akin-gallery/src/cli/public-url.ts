/**
 * A site's public address as Akin keeps it: with a `/` at the end, and without the page's name.
 * @returns undefined for what is no address of a folder on the web
 */
export function publicUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isOnTheWeb = url.protocol === "https:" || url.protocol === "http:";
  if (!isOnTheWeb || url.search !== "" || url.hash !== "" || url.username !== "") return undefined;
  url.pathname = url.pathname.replace(/(\/index\.html)?\/?$/, "/");
  return url.href;
}
