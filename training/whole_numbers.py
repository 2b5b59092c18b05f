"""The student in whole numbers, as akin-browser's kernel computes it: the reference that it is tested against.

A network is a list of layers. What each gives is 0 to LARGEST, 12 bits, which with weights of 8 bits can't overflow 32.
"""

import dataclasses

import numpy as np

#: Largest value that a layer gives.
LARGEST = 4095

#: Sums of pixels are divided by 2 ** POOL_SHIFT.
POOL_SHIFT = 1


@dataclasses.dataclass
class Layer:
    """relu(shifted(multiplier * (convolution + bias)) [+ the values before the layer before])."""

    #: int8 [outputs, inputs, 3, 3]
    weights: np.ndarray
    #: int32 [outputs]
    bias: np.ndarray
    #: int32 [outputs]
    multiplier: np.ndarray
    shift: int
    stride: int
    #: Whether what went into the layer before it is added.
    adds: bool


@dataclasses.dataclass
class Network:
    layers: list[Layer]
    #: int8 [dimensions, channels]
    head: np.ndarray
    #: The embedding is sums * scale + bias: float32 [dimensions] each.
    scale: np.ndarray
    bias: np.ndarray


def shifted(products: np.ndarray, shift: int) -> np.ndarray:
    """Divided by 2 ** shift, and rounded to the nearest, halves up."""
    return (products + (1 << (shift - 1))) >> shift


def convolution(values: np.ndarray, layer: Layer) -> np.ndarray:
    """Sums of int64 [height, width, inputs] with zeros around it."""
    padded = np.pad(values, ((1, 1), (1, 1), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), (0, 1))
    windows = windows[:: layer.stride, :: layer.stride]
    return np.tensordot(windows, layer.weights.astype(np.int64), ((2, 3, 4), (1, 2, 3)))


def apply(layer: Layer, values: np.ndarray, before: np.ndarray) -> np.ndarray:
    sums = convolution(values, layer) + layer.bias
    assert np.abs(sums).max() < 2**31
    given = shifted(sums * layer.multiplier, layer.shift)
    return np.clip(given + before if layer.adds else given, 0, LARGEST)


def embed(network: Network, pixels: np.ndarray) -> np.ndarray:
    """Sums of the last layer, int64 [dimensions], of uint8 [SIZE, SIZE, 3]."""
    values = before = 2 * pixels.astype(np.int64) - 255
    for layer in network.layers:
        values, before = apply(layer, values, before), values
    pooled = (values.sum((0, 1)) + (1 << POOL_SHIFT >> 1)) >> POOL_SHIFT
    assert pooled.max() < 2**15
    return network.head.astype(np.int64) @ pooled


def embedding(network: Network, sums: np.ndarray) -> np.ndarray:
    """The vector itself, of length 1."""
    vector = sums * network.scale.astype(np.float64) + network.bias
    return vector / np.linalg.norm(vector)
