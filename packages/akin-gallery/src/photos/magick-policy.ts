/** What ImageMagick may do: read these formats, from memory. It knows 200 more, some of which run programs or fetch addresses. */
const FORMATS = [
  ..."JP2 J2K PSD PSB ICO CUR TGA PCX PNM PBM PGM PPM PAM XCF EXR HDR DDS TIFF DNG".split(" "),
  // Icons hold PNG files.
  "PNG",
];

/** Of all pixels together, in ImageMagick's own memory. */
const MOST_PIXEL_BYTES = "512MiB";

/** As sharp's own: see `MOST_PIXELS`; one side may be longer than the root of that. */
const MOST_SIDE = "65535";

/** Layers of a document count, though they are not read. */
const MOST_PICTURES = "8192";

/** ImageMagick's `policy.xml`. There are no files for it but the temporary ones in its own memory. */
export const MAGICK_POLICY = `<?xml version="1.0" encoding="UTF-8"?>
<policymap>
  <policy domain="delegate" rights="none" pattern="*"/>
  <policy domain="filter" rights="none" pattern="*"/>
  <policy domain="path" rights="none" pattern="|*"/>
  <policy domain="path" rights="none" pattern="@*"/>
  <policy domain="coder" rights="none" pattern="*"/>
  <policy domain="coder" rights="read" pattern="{${FORMATS.join(",")}}"/>
  <policy domain="resource" name="memory" value="${MOST_PIXEL_BYTES}"/>
  <policy domain="resource" name="map" value="0"/>
  <policy domain="resource" name="disk" value="0"/>
  <policy domain="resource" name="width" value="${MOST_SIDE}"/>
  <policy domain="resource" name="height" value="${MOST_SIDE}"/>
  <policy domain="resource" name="list-length" value="${MOST_PICTURES}"/>
</policymap>
`;
