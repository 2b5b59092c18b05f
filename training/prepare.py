"""Decodes the training photos once and chooses the parts of each that teacher and student will see.

    python3 prepare.py PHOTOS WORK

PHOTOS is a folder of folders of JPEGs; WORK gets `photos.bin` (RGB, one photo after another) and `views.json`.
"""

import json
import math
import pathlib
import random
import sys

from PIL import Image

#: Parts of each photo: its middle square, and others at random.
VIEWS = 4

#: Share of a photo's pixels that a random part has, and its proportions.
AREAS = (0.3, 1.0)
RATIOS = (3 / 4, 4 / 3)


def random_box(random_source: random.Random, width: int, height: int) -> list[int]:
    for _ in range(20):
        area = random_source.uniform(*AREAS) * width * height
        ratio = math.exp(random_source.uniform(math.log(RATIOS[0]), math.log(RATIOS[1])))
        across, down = round(math.sqrt(area * ratio)), round(math.sqrt(area / ratio))
        if across <= width and down <= height:
            left = random_source.randint(0, width - across)
            top = random_source.randint(0, height - down)
            return [left, top, across, down]
    return middle_box(width, height)


def middle_box(width: int, height: int) -> list[int]:
    side = min(width, height)
    return [(width - side) // 2, (height - side) // 2, side, side]


def main(photos: pathlib.Path, work: pathlib.Path) -> None:
    random_source = random.Random(1)
    listed, offset = [], 0
    with (work / "photos.bin").open("wb") as pixels:
        for file in sorted(photos.glob("*/*.jpg")):
            photo = Image.open(file).convert("RGB")
            boxes = [middle_box(*photo.size)]
            boxes += [random_box(random_source, *photo.size) for _ in range(VIEWS - 1)]
            name = file.relative_to(photos).as_posix()
            listed.append({"name": name, "offset": offset, "size": photo.size, "boxes": boxes})
            offset += pixels.write(photo.tobytes())
    (work / "views.json").write_text(json.dumps(listed))
    print(f"{len(listed)} photos, {offset / 1e9:.2f} GB")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
