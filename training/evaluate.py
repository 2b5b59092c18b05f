"""Tells how often the photos nearest to a labelled photo are of its class.

    python3 evaluate.py WORK FOLDER [SIZE]

WORK has `trained.pt` or, in the midst of training, `student.pt`; FOLDER has a folder of photos for each class. The middle
square rather than the whole photo, and the last weights rather than their moving average, were chosen by these figures.
"""

import pathlib
import sys

import numpy as np
import torch
from PIL import Image, ImageOps

from network import SIZE, Student
from prepare import middle_box


def load(work: pathlib.Path) -> Student:
    """The student, trained or as it is so far."""
    student = Student()
    finished = work / "trained.pt"
    student.load_state_dict(
        torch.load(finished) if finished.exists() else torch.load(work / "student.pt")["student"]
    )
    return student.eval()


def middle(file: pathlib.Path, size: int) -> np.ndarray:
    """A photo's middle square as the student's input: uint8 [size, size, 3]."""
    photo = ImageOps.exif_transpose(Image.open(file)).convert("RGB")
    left, top, side, _ = middle_box(*photo.size)
    box = (left, top, left + side, top + side)
    return np.asarray(photo.resize((size, size), Image.Resampling.BILINEAR, box))


def precision(vectors: np.ndarray, labels: np.ndarray, nearest: int) -> float:
    """Leave-one-out, by cosine."""
    units = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    likeness = units @ units.T
    np.fill_diagonal(likeness, -2)
    found = np.argsort(-likeness, axis=1, kind="stable")[:, :nearest]
    return float((labels[found] == labels[:, None]).mean())


def main(work: pathlib.Path, folder: pathlib.Path, size: int) -> None:
    torch.set_num_threads(1)
    student = load(work)
    files = sorted(file for file in folder.glob("*/*") if file.is_file())
    labels = np.unique([file.parent.name for file in files], return_inverse=True)[1]
    pixels = torch.from_numpy(np.stack([middle(file, size) for file in files]))
    with torch.no_grad():
        vectors = student(pixels.permute(0, 3, 1, 2).float() / 255).numpy()
    print(f"{len(files)} photos, {size} px: precision at 1 {precision(vectors, labels, 1):.3f}, "
          f"at 5 {precision(vectors, labels, 5):.3f}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else SIZE)
