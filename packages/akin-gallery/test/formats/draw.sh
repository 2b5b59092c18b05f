#!/usr/bin/env bash
# Draws the files beside it that nothing in Node can: needs heif-enc, cjxl and ImageMagick's convert.
# The picture: red, green, blue, white, from left to right and top to bottom, 96 x 64 pixels.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
node --input-type=module -e '
import sharp from "sharp";
const box = (background) => ({ create: { width: 48, height: 32, channels: 3, background } });
const at = (left, top, background) => ({ input: box(background), left, top });
const picture = sharp({ create: { width: 96, height: 64, channels: 3, background: "white" } }).composite([
  at(0, 0, "#e00000"), at(48, 0, "#00c000"), at(0, 32, "#0000e0"), at(48, 32, "#f0f0f0"),
]);
const flat = await picture.png().toBuffer();
await sharp(flat).toFile(process.argv[1] + "/plain.png");
// The same colours as numbers of a larger space.
await sharp(flat).withIccProfile("p3").toFile(process.argv[1] + "/p3.png");
// Stored turned, as a camera held upright does.
await sharp(flat).rotate(270).jpeg({ quality: 95, chromaSubsampling: "4:4:4" }).withMetadata({ orientation: 6 }).toFile(process.argv[1] + "/turned.jpg");
' "$work"
heif-enc -q 90 -o plain.heic "$work/plain.png"
heif-enc -q 90 -o p3.heic "$work/p3.png"
cjxl --quiet -d 0.5 "$work/plain.png" plain.jxl
cjxl --quiet "$work/turned.jpg" turned.jxl
convert "$work/plain.png" -quality 40 plain.jp2
convert "$work/plain.png" -compress RLE plain.pcx
convert "$work/plain.png" -compress Zip plain.exr
convert "$work/plain.png" plain.dds
# Tiles of each colour for itself, which sharp refuses.
convert "$work/plain.png" -define tiff:tile-geometry=16x16 -interlace plane -compress Zip tiles.tif
