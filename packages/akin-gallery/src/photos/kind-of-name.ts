import type { MagickKind } from "./file-kind.js";

/** A kind whose first bytes may be anything's, so that the name has to say so, too. */
interface WeakKind {
  kind: MagickKind;
  extensions: readonly string[];
  isHeader(head: Uint8Array): boolean;
}

const WEAK_KINDS: readonly WeakKind[] = [
  {
    kind: "tga",
    extensions: ["tga", "icb", "vda", "vst"],
    // With a palette, or of colours or greys; plain or in run lengths; of so many bits a pixel.
    isHeader: ([, palette, type = 0, , , , , , , , , , , , , , bits = 0]) =>
      (palette === 1 ? [1, 9] : palette === 0 ? [2, 3, 10, 11] : []).includes(type) &&
      [8, 15, 16, 24, 32].includes(bits),
  },
  {
    kind: "pcx",
    extensions: ["pcx"],
    isHeader: ([first, version = 1, encoding, bits = 0]) =>
      first === 10 &&
      [0, 2, 3, 4, 5].includes(version) &&
      encoding === 1 &&
      [1, 2, 4, 8].includes(bits),
  },
  {
    kind: "ico",
    extensions: ["ico", "cur"],
    isHeader: ([a, b, type = 0, c, count]) =>
      a === 0 && b === 0 && type <= 2 && c === 0 && count !== 0,
  },
  {
    kind: "pnm",
    extensions: ["pnm", "ppm", "pgm", "pbm", "pam"],
    isHeader: (head) => /^P[1-7][\s#]/.test(Buffer.from(head.subarray(0, 3)).toString("latin1")),
  },
];

/**
 * What a file is by its name, if its first bytes could be that.
 * @param extension in lower case without the dot
 */
export function kindOfName(extension: string, head: Uint8Array): MagickKind | undefined {
  const weak = WEAK_KINDS.find(({ extensions }) => extensions.includes(extension));
  return weak?.isHeader(head) ? weak.kind : undefined;
}
