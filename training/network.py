"""The student: plain 3 x 3 convolutions with additions between, for integer arithmetic."""

import torch
from torch import nn

#: Side of the square input in pixels.
SIZE = 128

#: Dimensions of the embedding.
DIMENSIONS = 256

#: (channels out, stride) of each stage's first convolution, and how many residual blocks follow it.
STAGES = ((16, 2, 0), (32, 2, 0), (64, 2, 1), (128, 2, 1), (224, 2, 1))


class Convolution(nn.Sequential):
    """3 x 3 convolution and batch normalisation, which are one when the network runs."""

    def __init__(self, inputs: int, outputs: int, stride: int = 1):
        super().__init__(
            nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False),
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
    """Photos [n, 3, 128, 128], 0 to 1, to embeddings [n, 256], not normalised."""

    def __init__(self):
        super().__init__()
        layers, inputs = [], 3
        for outputs, stride, blocks in STAGES:
            layers += [Convolution(inputs, outputs, stride), nn.ReLU()]
            layers += [Block(outputs) for _ in range(blocks)]
            inputs = outputs
        self.trunk = nn.Sequential(*layers)
        self.head = nn.Linear(inputs, DIMENSIONS)

    def forward(self, photos):
        return self.head(self.trunk(photos * 2 - 1).mean((2, 3)))
