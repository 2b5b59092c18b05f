"""Cuts the parts of prepare.py out of the photos once, at the largest size that the student is shown.

    python3 cut.py WORK

WORK gets `parts.u8`: uint8 [photos, VIEWS, SIDE, SIDE, 3].
"""

import json
import pathlib
import sys

import numpy as np
from PIL import Image

#: Side in pixels.
SIDE = 96


def main(work: pathlib.Path) -> None:
    photos = json.loads((work / "views.json").read_text())
    pixels = np.memmap(work / "photos.bin", np.uint8, "r")
    shape = (len(photos), len(photos[0]["boxes"]), SIDE, SIDE, 3)
    parts = np.memmap(work / "parts.new", np.uint8, "w+", shape=shape)
    for index, photo in enumerate(photos):
        width, height = photo["size"]
        start = photo["offset"]
        raster = pixels[start : start + width * height * 3].reshape(height, width, 3)
        image = Image.fromarray(raster)
        for view, (left, top, across, down) in enumerate(photo["boxes"]):
            box = (left, top, left + across, top + down)
            parts[index, view] = image.resize((SIDE, SIDE), Image.Resampling.BILINEAR, box)
    parts.flush()
    (work / "parts.new").replace(work / "parts.u8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
