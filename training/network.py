"""The student: plain 3 x 3 convolutions with additions between, for integer arithmetic."""

import torch
from torch import nn
from torch.nn import functional

#: Side of the square input in pixels.
SIZE = 96

#: Dimensions of the embedding.
DIMENSIONS = 256

#: (channels out, stride) of each stage's first convolution, and how many residual blocks follow it.
STAGES = ((16, 2, 0), (32, 2, 0), (64, 2, 1), (128, 2, 1), (224, 2, 1))


def scales_of(weights: torch.Tensor) -> torch.Tensor:
    """What 1 stands for in 8 bits, for each output: [outputs, 1, ...]."""
    largest = weights.abs().amax(tuple(range(1, weights.dim())), keepdim=True)
    return largest.clamp(min=1e-8) / 127


def rounded(weights: torch.Tensor) -> torch.Tensor:
    """What is left of weights in 8 bits; learnt through as if nothing were rounded."""
    scales = scales_of(weights)
    return weights + ((weights / scales).round() * scales - weights).detach()


class RoundedConvolution(nn.Conv2d):
    """Batch normalisation after it multiplies whole outputs, so rounding before it is rounding after it."""

    rounds = False

    def forward(self, x):
        return self._conv_forward(x, rounded(self.weight) if self.rounds else self.weight, None)


class RoundedLinear(nn.Linear):
    rounds = False

    def forward(self, x):
        return functional.linear(x, rounded(self.weight) if self.rounds else self.weight, self.bias)


class Convolution(nn.Sequential):
    """3 x 3 convolution and batch normalisation, which are one when the network runs."""

    def __init__(self, inputs: int, outputs: int, stride: int = 1):
        super().__init__(
            RoundedConvolution(inputs, outputs, 3, stride, 1, bias=False),
            nn.BatchNorm2d(outputs),
        )


class Block(nn.Module):
    """relu(x + conv(relu(conv(x)))) (He et al. 2016)."""

    def __init__(self, channels: int):
        super().__init__()
        self.first = Convolution(channels, channels)
        self.second = Convolution(channels, channels)
        nn.init.zeros_(self.second[1].weight)

    def forward(self, x):
        return torch.relu(x + self.second(torch.relu(self.first(x))))


class Student(nn.Module):
    """Photos [n, 3, SIZE, SIZE], 0 to 1, to embeddings [n, DIMENSIONS], not normalised."""

    def __init__(self):
        super().__init__()
        layers, inputs = [], 3
        for outputs, stride, blocks in STAGES:
            layers += [Convolution(inputs, outputs, stride), nn.ReLU()]
            layers += [Block(outputs) for _ in range(blocks)]
            inputs = outputs
        self.trunk = nn.Sequential(*layers)
        self.head = RoundedLinear(inputs, DIMENSIONS)

    def forward(self, photos):
        return self.head(self.trunk(photos * 2 - 1).mean((2, 3)))

    def round_weights(self) -> None:
        """From now on weights are used as the 8 bits have them that they will be kept in."""
        for module in self.modules():
            if isinstance(module, (RoundedConvolution, RoundedLinear)):
                module.rounds = True
