import type { IptcFields } from "./iptc.js";

/** An XMP packet with Dublin Core's title, description and subject. */
export function xmpPacket(fields: IptcFields): string {
  const subject = fields.keywords
    .map((keyword) => `<rdf:li>${escapeXml(keyword)}</rdf:li>`)
    .join("");
  return (
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>` +
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
    `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    alternative("title", fields.title) +
    alternative("description", fields.description) +
    `<dc:subject><rdf:Bag>${subject}</rdf:Bag></dc:subject>` +
    `</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
  );
}

function alternative(name: string, text: string | undefined): string {
  if (text === undefined) return "";
  return `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></dc:${name}>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
