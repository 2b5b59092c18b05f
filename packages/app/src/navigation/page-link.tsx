import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { isPlainClick } from "./is-plain-click.js";
import { navigation } from "./navigation.js";
import { hrefOf, type Page } from "./route.js";

type PageLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href" | "onClick"> & {
  page: Page;
};

/** A link to a page of the app. */
export function PageLink({ page, ...attributes }: PageLinkProps) {
  const go = (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    navigation.go(page);
  };
  return <a {...attributes} href={hrefOf(page)} onClick={go} />;
}
