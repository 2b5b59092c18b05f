"""Trains the student to see what the teacher sees.

    python3 train.py WORK

WORK is the folder of prepare.py, teach.mjs and cut.py. Goes on from `student.pt` in it where it was stopped. The teacher's vectors
are centred, reduced by principal components and normalised; the student is shown the same part of the photo, its colours
changed ("patient and consistent": Beyer et al. 2022), and learns the vector itself and, over the batch, which photos are
alike (relational distillation: Park et al. 2019).
"""

import json
import math
import pathlib
import sys
import time

import numpy as np
import torch
from torch.nn import functional

from cut import SIDE
from network import DIMENSIONS, Student

BATCH = 256

#: The first round's steps and highest learning rate, and those of the second.
FIRST, FIRST_RATE = 4_200, 3e-3
SECOND, SECOND_RATE = 1_200, 1.2e-3

WEIGHT_DECAY = 0.03

#: Side in pixels of the student's input in the first part of the first round, which is faster, and how long that part is.
FIRST_SIZE, FIRST_PART = 64, 0.8

#: From this step on the student's weights are rounded to 8 bits whenever they are used.
ROUNDED = FIRST + SECOND // 2

#: Every so many photos one is held out.
HELD_OUT = 50

#: Temperature of the likenesses within a batch, and the weight of that loss.
TEMPERATURE, RELATIONAL = 0.1, 0.5


def principal_components(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The mean of vectors [n, d] and their first DIMENSIONS principal axes [d, DIMENSIONS]."""
    mean = vectors.mean(0, dtype=np.float64)
    centred = (vectors - mean).astype(np.float32)
    _, axes = np.linalg.eigh((centred.T @ centred).astype(np.float64))
    return mean.astype(np.float32), axes[:, ::-1][:, :DIMENSIONS].astype(np.float32)


def unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)


class Lessons:
    """The photos' parts, and what the teacher says of them."""

    def __init__(self, work: pathlib.Path):
        self.photos = json.loads((work / "views.json").read_text())
        self.views = len(self.photos[0]["boxes"])
        shape = (len(self.photos), self.views, SIDE, SIDE, 3)
        self.parts = np.memmap(work / "parts.u8", np.uint8, "r", shape=shape)
        self.taught = np.flatnonzero(np.arange(len(self.photos)) % HELD_OUT)
        file = work / "targets.npy"
        if not file.exists():
            np.save(file, self.reduced(work / "teacher.f32"))
        self.targets = torch.from_numpy(np.load(file))

    def reduced(self, teacher: pathlib.Path) -> np.ndarray:
        """The teacher's vectors, centred and reduced: float32 [photos, views, DIMENSIONS] of length 1."""
        raw = unit(np.fromfile(teacher, np.float32).reshape(len(self.photos), self.views, -1))
        # Held-out photos are no part of it; how little they would change is no reason to let them.
        mean, axes = principal_components(raw[self.taught, 0])
        return unit((raw - mean) @ axes)

    def batch(self, chosen: np.ndarray, size: int, generator: np.random.Generator):
        views = generator.integers(0, self.views, len(chosen))
        cut = torch.from_numpy(self.parts[chosen, views])
        photos = cut.permute(0, 3, 1, 2).float().div_(255)
        if size != SIDE:
            photos = functional.interpolate(photos, (size, size), mode="bilinear", antialias=True)
        mirrored = torch.from_numpy(generator.random(len(chosen)) < 0.5)
        photos[mirrored] = photos[mirrored].flip(3)
        return recoloured(photos, generator), self.targets[chosen, views]


def recoloured(photos: torch.Tensor, generator: np.random.Generator) -> torch.Tensor:
    """Brightness, contrast, saturation and the balance of colours changed a little, each photo otherwise."""

    def factors(spread: float, channels: int = 1) -> torch.Tensor:
        drawn = generator.uniform(1 - spread, 1 + spread, (len(photos), channels, 1, 1))
        return torch.from_numpy(drawn.astype(np.float32))

    saturation, contrast, brightness = factors(0.3), factors(0.25), factors(0.25)
    balance = brightness * factors(0.08, 3)
    middle = photos.mean((1, 2, 3), keepdim=True)
    # All of it is linear in a pixel's three values: one small matrix for each photo, instead of passes over all pixels.
    own, grey = torch.eye(3), torch.full((3, 3), 1 / 3)
    mixed = contrast[..., 0] * (saturation[..., 0] * own + (1 - saturation[..., 0]) * grey) * balance[..., 0]
    added = (balance * (1 - contrast) * middle)[..., 0]
    pixels = photos.flatten(2)
    return torch.baddbmm(added, mixed, pixels).clamp_(0, 1).view_as(photos)


def loss_of(seen: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    seen = functional.normalize(seen.float())
    exact = 1 - (seen * target).sum(1).mean()
    itself = torch.eye(len(seen), dtype=torch.bool)
    alike = (target @ target.T / TEMPERATURE).masked_fill(itself, -1e4).softmax(1)
    taken = (seen @ seen.T / TEMPERATURE).masked_fill(itself, -1e4).log_softmax(1)
    relational = functional.kl_div(taken, alike, reduction="batchmean")
    return exact + RELATIONAL * relational


def rate_at(step: int) -> float:
    """In each round a short rise, then half a cosine."""
    done, length, highest = (step, FIRST, FIRST_RATE) if step < FIRST else (step - FIRST, SECOND, SECOND_RATE)
    rise = length / 14
    return highest * min(1, done / rise) * (1 + math.cos(math.pi * done / length)) / 2


def main(work: pathlib.Path) -> None:
    torch.manual_seed(1)
    torch.set_num_threads(1)
    lessons = Lessons(work)
    student = Student().to(memory_format=torch.channels_last)
    plain = [p for p in student.parameters() if p.dim() == 1]
    weights = [p for p in student.parameters() if p.dim() > 1]
    optimiser = torch.optim.AdamW(
        [{"params": weights, "weight_decay": WEIGHT_DECAY}, {"params": plain, "weight_decay": 0}]
    )
    step = 0
    file = work / "student.pt"
    if file.exists():
        saved = torch.load(file)
        step = saved["step"]
        student.load_state_dict(saved["student"])
        optimiser.load_state_dict(saved["optimiser"])
    losses, reported = [], time.time()
    while step < FIRST + SECOND:
        generator = np.random.default_rng(step)
        chosen = generator.choice(lessons.taught, BATCH, replace=False)
        size = FIRST_SIZE if step < FIRST_PART * FIRST else SIDE
        if step >= ROUNDED:
            student.round_weights()
        for group in optimiser.param_groups:
            group["lr"] = rate_at(step)
        photos, target = lessons.batch(chosen, size, generator)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            seen = student(photos.contiguous(memory_format=torch.channels_last))
        loss = loss_of(seen, target)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        step += 1
        losses.append(loss.item())
        if time.time() - reported > 60:
            print(f"{step} of {FIRST + SECOND}, {size} px, loss {np.mean(losses):.4f}", flush=True)
            losses, reported = [], time.time()
            saved = {"step": step, "student": student.state_dict(), "optimiser": optimiser.state_dict()}
            torch.save(saved, work / "student.new")
            (work / "student.new").replace(file)
    torch.save(student.state_dict(), work / "trained.pt")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
