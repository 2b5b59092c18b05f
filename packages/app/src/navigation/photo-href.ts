import { navigation } from "./navigation.js";
import { hrefOf } from "./route.js";

/** A link to a photo over the page that is open. */
export function photoHref(id: number): string {
  return hrefOf(navigation.route().page, id);
}
