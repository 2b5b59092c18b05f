import { isSafeLink } from "akin-browser/format";
import type { ReactNode } from "react";

interface Props {
  url: string;
  /** Beside `noopener`. */
  rel?: string;
  children: ReactNode;
}

/** A link of the gallery's owner, or of a photo; only its text where it leads to what is no page and no mail. */
export function SafeLink({ url, rel, children }: Props) {
  if (!isSafeLink(url)) return children;
  return (
    <a href={url} rel={rel === undefined ? "noopener" : `${rel} noopener`}>
      {children}
    </a>
  );
}
