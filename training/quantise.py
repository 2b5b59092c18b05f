"""Makes whole numbers of the trained student, and the file that akin-browser reads.

    python3 quantise.py WORK FILE GOLDEN

WORK has `trained.pt` and the parts of cut.py, of which some say how large values become. FILE gets the network, GOLDEN a
few pictures and what it gives for them, for tests.
"""

import json
import pathlib
import struct
import sys

import numpy as np
import torch
from torch import nn

from cut import SIDE
from evaluate import load
from network import Block, Student, scales_of
from train import HELD_OUT
from whole_numbers import LARGEST, POOL_SHIFT, Layer, Network, embed

MAGIC = b"AKINEYE\x01"

#: Parts by which the range of values is told.
PARTS = 1024

#: Groups of so many outputs lie together, see the kernel.
GROUP = 8


class Convolved:
    """A convolution with its normalisation, and how large what it gives becomes."""

    def __init__(self, module: nn.Sequential, adds: bool):
        convolution, normalisation = module
        factor = normalisation.weight / (normalisation.running_var + normalisation.eps).sqrt()
        self.weights = (convolution.weight * factor[:, None, None, None]).detach()
        self.bias = (normalisation.bias - normalisation.running_mean * factor).detach()
        self.stride = convolution.stride[0]
        self.adds = adds
        self.largest = 0.0


def convolutions(student: Student) -> list[Convolved]:
    listed = []
    for part in student.trunk:
        if isinstance(part, Block):
            listed += [Convolved(part.first, False), Convolved(part.second, True)]
        elif not isinstance(part, nn.ReLU):
            listed.append(Convolved(part, False))
    return listed


def measure(layers: list[Convolved], photos: torch.Tensor) -> None:
    """Finds the largest value of each layer; those that are added to each other share theirs."""
    values = before = photos * 2 - 1
    for layer in layers:
        given = nn.functional.conv2d(values, layer.weights, layer.bias, layer.stride, 1)
        values, before = torch.relu(given + before if layer.adds else given), values
        layer.largest = values.max().item()
    for first, second in zip(layers, layers[2:]):
        if second.adds:
            first.largest = second.largest = max(first.largest, second.largest)


def whole(layers: list[Convolved], head: nn.Linear) -> Network:
    made, unit = [], 1 / 255
    for layer in layers:
        given = layer.largest / LARGEST
        scales = scales_of(layer.weights)
        sums = (scales.flatten().double() * unit).numpy()
        # As many bits of the multipliers as fit.
        shift = int(np.floor(30 - np.log2((sums / given).max())))
        made.append(
            Layer(
                weights=(layer.weights / scales).round().to(torch.int8).numpy(),
                bias=np.round(layer.bias.double().numpy() / sums).clip(-(2**30), 2**30).astype(np.int32),
                multiplier=np.round(sums / given * 2.0**shift).astype(np.int32),
                shift=shift,
                stride=layer.stride,
                adds=layer.adds,
            )
        )
        unit = given
    scales = scales_of(head.weight.detach())
    weights = (head.weight.detach() / scales).round().to(torch.int8).numpy()
    side = SIDE // np.prod([layer.stride for layer in layers])
    scale = scales.flatten().numpy() * unit * 2**POOL_SHIFT / side**2
    return Network(made, weights, scale.astype(np.float32), head.bias.detach().numpy())


def packed(weights: np.ndarray) -> bytes:
    """[outputs, inputs, 3, 3] or [outputs, inputs] as [outputs / 8][rows][taps and inputs / 2][8][2]; inputs made even."""
    if weights.ndim == 2:
        weights = weights[:, :, None, None]
    outputs, inputs, rows, taps = weights.shape
    # Pixels have a fourth channel that is nothing.
    even = np.pad(weights, ((0, 0), (0, inputs % 2), (0, 0), (0, 0)))
    runs = even.transpose(0, 2, 3, 1).reshape(outputs // GROUP, GROUP, rows, -1, 2)
    return runs.transpose(0, 2, 3, 1, 4).tobytes()


def write(network: Network, file: pathlib.Path, name: str, version: int) -> None:
    layers = [
        {
            "inputs": layer.weights.shape[1] + layer.weights.shape[1] % 2,
            "outputs": layer.weights.shape[0],
            "stride": layer.stride,
            "shift": layer.shift,
            "adds": layer.adds,
        }
        for layer in network.layers
    ]
    described = {
        "name": name,
        "version": version,
        "side": SIDE,
        "layers": layers,
        "poolShift": POOL_SHIFT,
        "dimensions": len(network.head),
    }
    header = json.dumps(described).encode()
    header += b" " * (-len(header) % 4)
    parts = [MAGIC, struct.pack("<I", len(header)), header]
    for layer in network.layers:
        parts += [packed(layer.weights), layer.bias.tobytes(), layer.multiplier.tobytes()]
    parts += [packed(network.head), network.scale.tobytes(), network.bias.tobytes()]
    file.write_bytes(b"".join(parts))


def golden(network: Network) -> bytes:
    """Pictures, uint8 [3, SIDE, SIDE, 3], and what the network gives for them, int32 [3, dimensions]."""
    random = np.random.default_rng(1)
    across, down = np.meshgrid(np.arange(SIDE), np.arange(SIDE))
    noise = random.integers(0, 256, (SIDE, SIDE, 3))
    sky = np.stack([across * 2 + 40, 160 - down, 255 - down * 2], 2)
    edges = np.where(((across // 7 + down // 5) % 3 == 0)[..., None], (250, 30, 90), (0, 120, 255))
    pictures = np.stack([noise, sky, edges]).astype(np.uint8)
    sums = np.stack([embed(network, picture) for picture in pictures])
    return pictures.tobytes() + sums.astype("<i4").tobytes()


def main(work: pathlib.Path, file: pathlib.Path, golden_file: pathlib.Path) -> None:
    torch.set_num_threads(1)
    student = load(work)
    layers = convolutions(student)
    count = len(json.loads((work / "views.json").read_text()))
    parts = np.memmap(work / "parts.u8", np.uint8, "r").reshape(count, -1, SIDE, SIDE, 3)
    taught = np.flatnonzero(np.arange(count) % HELD_OUT)
    chosen = np.random.default_rng(1).choice(taught, PARTS, replace=False)
    with torch.no_grad():
        measure(layers, torch.from_numpy(parts[chosen, 0]).permute(0, 3, 1, 2).float() / 255)
    network = whole(layers, student.head)
    write(network, file, "akin-small", 1)
    golden_file.write_bytes(golden(network))
    print(f"{file.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main(*(pathlib.Path(argument) for argument in sys.argv[1:]))
