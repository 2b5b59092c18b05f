import { SaxesParser, type SaxesTagNS } from "saxes";
import { canonicalName } from "./namespaces.js";

/** What an XMP property holds: a text, the items of a list, the fields of a structure. */
export interface XmpValue {
  text: string;
  items: XmpValue[];
  fields: Map<string, XmpValue>;
  /** The language of a text that exists in several. */
  language?: string;
}

/** Properties by their names in lower-case prefixes of this code: `dc:title`. */
export type XmpProperties = ReadonlyMap<string, XmpValue>;

export interface ParsedXmp {
  properties: XmpProperties;
  /** Whether something of it could not be understood; what could is there. */
  isDamaged: boolean;
}

/** Much more than any program writes; what is beyond is left out. */
const MOST_LETTERS = 8 * 2 ** 20;
const MOST_TEXT = 100_000;
const MOST_VALUES = 50_000;
/** saxes looks for namespaces from the inside out, which takes long in what only an attack is. */
const MOST_DEPTH = 48;
const MOST_ERRORS = 100;

/** What an open element is: around the data, a structure whose children are properties, a property, a list, or no matter. */
type Role = "around" | "structure" | "property" | "list" | "none";

interface Open {
  role: Role;
  value: XmpValue;
}

/**
 * Reads an XMP packet, or several one after the other, as far as they can be read: of properties in known namespaces,
 * which it names by this code's prefixes. Entities other than XML's own are not expanded.
 */
export function parseXmp(packet: string): ParsedXmp {
  const reader = new PacketReader();
  const isWhole = reader.read(packet.slice(0, MOST_LETTERS)) && packet.length <= MOST_LETTERS;
  return { properties: reader.root.fields, isDamaged: !isWhole };
}

class PacketReader {
  readonly root = newValue();
  private readonly open: Open[] = [];
  private values = 0;
  private errors = 0;

  /** @returns whether all of it could be read */
  read(packet: string): boolean {
    // Several packets in a row, and text around them, are fine.
    const parser = new SaxesParser({ xmlns: true, fragment: true });
    parser.on("error", () => {
      if (++this.errors > MOST_ERRORS) throw new TooMuch();
    });
    parser.on("opentag", (tag) => this.enter(tag));
    parser.on("closetag", () => this.open.pop());
    parser.on("text", (text) => this.addText(text));
    parser.on("cdata", (text) => this.addText(text));
    try {
      parser.write(packet.replace(/^\s*<\?xml [^>]*\?>/, "")).close();
      return this.errors === 0;
    } catch (error) {
      if (error instanceof TooMuch) return false;
      throw error;
    }
  }

  private enter(tag: SaxesTagNS): void {
    if (this.open.length >= MOST_DEPTH || this.values > MOST_VALUES) throw new TooMuch();
    const parent = this.open.at(-1) ?? { role: "around", value: this.root };
    const name = canonicalName(tag.uri, tag.prefix, tag.local);
    const entered = enterFrom(parent, name);
    this.open.push(entered);
    if (entered.value !== parent.value) this.values++;
    if (entered.role === "property" || entered.role === "structure") {
      this.addAttributes(entered, tag);
    }
  }

  private addAttributes(entered: Open, tag: SaxesTagNS): void {
    const { value } = entered;
    for (const attribute of Object.values(tag.attributes)) {
      const name = canonicalName(attribute.uri, attribute.prefix, attribute.local);
      if (name === "rdf:parseType") {
        if (attribute.value === "Resource") entered.role = "structure";
      } else if (name === "xml:lang") value.language = attribute.value.toLowerCase();
      else if (name === "rdf:resource" || name === "rdf:value") value.text ||= attribute.value;
      else if (name !== undefined && !/^(rdf|xml):/.test(name) && !value.fields.has(name)) {
        value.fields.set(name, { ...newValue(), text: attribute.value.slice(0, MOST_TEXT) });
        this.values++;
      }
    }
  }

  private addText(text: string): void {
    const top = this.open.at(-1);
    if (top?.role !== "property" || top.value.text.length > MOST_TEXT) return;
    top.value.text = (top.value.text + text).slice(0, MOST_TEXT);
  }
}

/** What an element is, by what it stands in (XMP specification, part 1, section 7). */
function enterFrom({ role, value }: Open, name: string | undefined): Open {
  switch (role) {
    case "around":
      return { role: name === "rdf:Description" ? "structure" : "around", value };
    case "structure": {
      if (name === "rdf:value") return { role: "property", value };
      if (name === undefined) return { role: "none", value };
      // Of a property that is there twice the first counts, if it holds something.
      const child = newValue();
      if (isEmpty(value.fields.get(name))) value.fields.set(name, child);
      return { role: "property", value: child };
    }
    case "property":
      if (name === "rdf:Bag" || name === "rdf:Seq" || name === "rdf:Alt")
        return { role: "list", value };
      return { role: name === "rdf:Description" ? "structure" : "none", value };
    case "list": {
      if (name !== "rdf:li") return { role: "none", value };
      const item = newValue();
      value.items.push(item);
      return { role: "property", value: item };
    }
    case "none":
      return { role, value };
  }
}

function isEmpty(value: XmpValue | undefined): boolean {
  return (
    !value || (value.text.trim() === "" && value.items.length === 0 && value.fields.size === 0)
  );
}

function newValue(): XmpValue {
  return { text: "", items: [], fields: new Map() };
}

class TooMuch extends Error {}
