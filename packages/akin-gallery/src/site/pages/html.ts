/** Text that is HTML already: only `html` makes it. */
export class Html {
  constructor(private readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

type Value = string | number | Html | readonly Html[];

const ESCAPED: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A template of HTML: texts that are put into it, also into attributes in quotes, are shown as they are. */
export function html(template: TemplateStringsArray, ...values: readonly Value[]): Html {
  const parts = template.map((part, index) => part + insert(values[index]));
  return new Html(parts.join(""));
}

function insert(value: Value | undefined): string {
  if (value === undefined) return "";
  if (value instanceof Html) return value.toString();
  if (typeof value === "object") return value.join("");
  return String(value).replace(/[&<>"']/g, (character) => ESCAPED[character] ?? "");
}
