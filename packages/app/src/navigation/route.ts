/** What the address asks for. */
export type Route = { view: "grid" } | { view: "photo"; id: number } | { view: "unknown" };

/** @param search the address's query, with or without `?` */
export function parseRoute(search: string): Route {
  const photo = new URLSearchParams(search).get("photo");
  if (photo === null) return { view: "grid" };
  const id = /^[1-9]\d{0,15}$/.test(photo) ? Number(photo) : 0;
  return Number.isSafeInteger(id) && id > 0 ? { view: "photo", id } : { view: "unknown" };
}

/** A link within the site, relative to whatever folder it is published in. */
export function photoHref(id: number): string {
  return `?photo=${id}`;
}
