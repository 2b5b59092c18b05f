/** An origin as browsers send it, or `*`; undefined for anything else. */
export function corsOrigin(text: string): string | undefined {
  if (text === "*") return text;
  if (!/^https?:\/\/[^/?#@\s]+\/?$/i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).origin;
}
