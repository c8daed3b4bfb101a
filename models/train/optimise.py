"""Muon for the matrices, AdamW for the embedding and the gains; parameters are divided among the processes."""

from __future__ import annotations

from collections import defaultdict

import torch
from torch import Tensor, nn


def is_matrix(name: str, parameter: nn.Parameter) -> bool:
    return parameter.ndim == 2 and name != "embedding"


def orthogonalise(batch: Tensor, iterations: int = 5) -> Tensor:
    """Newton-Schulz with the quintic of Muon: pushes the singular values of each matrix towards 1."""
    x = batch.to(torch.bfloat16)
    tall = x.shape[-2] > x.shape[-1]
    if tall:
        x = x.mT
    x = x / (x.float().norm(dim=(-2, -1), keepdim=True) + 1e-7).to(x.dtype)
    for _ in range(iterations):
        square = x @ x.mT
        x = 3.4445 * x + (-4.7750 * square + 2.0315 * square @ square) @ x
    return (x.mT if tall else x).to(batch.dtype)


class Optimiser:
    """Updates the parameters of one share; the state of all of them is allocated up front, to be shared."""

    def __init__(self, model: nn.Module, matrix_rate: float, vector_rate: float, weight_decay: float) -> None:
        self.matrix_rate, self.vector_rate, self.weight_decay = matrix_rate, vector_rate, weight_decay
        self.parameters = dict(model.named_parameters())
        self.state: dict[str, Tensor] = {}
        for name, parameter in self.parameters.items():
            self.state[f"{name}.mean"] = torch.zeros_like(parameter.data)
            if not is_matrix(name, parameter):
                self.state[f"{name}.square"] = torch.zeros_like(parameter.data)

    def share_memory(self) -> None:
        for tensor in self.state.values():
            tensor.share_memory_()

    def share(self, rank: int, processes: int) -> list[str]:
        loads = [0.0] * processes
        mine: list[str] = []

        def cost(name: str) -> float:
            parameter = self.parameters[name]
            return parameter.numel() * (1 + (min(parameter.shape) if is_matrix(name, parameter) else 10))

        for name in sorted(self.parameters, key=lambda name: (-cost(name), name)):
            lightest = loads.index(min(loads))
            loads[lightest] += cost(name)
            if lightest == rank:
                mine.append(name)
        return mine

    @torch.no_grad()
    def update(self, names: list[str], gradients: dict[str, Tensor], step: int, rate: float) -> None:
        """`rate` scales both learning rates (the schedule); `step` counts from 1."""
        by_shape: defaultdict[tuple[int, ...], list[str]] = defaultdict(list)
        for name in names:
            if is_matrix(name, self.parameters[name]):
                by_shape[tuple(self.parameters[name].shape)].append(name)
            else:
                self._update_vector(name, gradients[name], step, rate * self.vector_rate)
        momentum = min(0.95, 0.85 + 0.1 * step / 300)
        for shape, group in by_shape.items():
            directions = []
            for name in group:
                mean = self.state[f"{name}.mean"].lerp_(gradients[name], 1 - momentum)
                directions.append(gradients[name].lerp(mean, momentum))
            step_size = rate * self.matrix_rate * max(1.0, shape[0] / shape[1]) ** 0.5
            for name, direction in zip(group, orthogonalise(torch.stack(directions))):
                parameter = self.parameters[name].data
                parameter.mul_(1 - rate * self.matrix_rate * self.weight_decay).add_(direction, alpha=-step_size)

    def _update_vector(self, name: str, gradient: Tensor, step: int, rate: float) -> None:
        first, second = 0.9, 0.98
        mean = self.state[f"{name}.mean"].lerp_(gradient, 1 - first)
        square = self.state[f"{name}.square"].mul_(second).addcmul_(gradient, gradient, value=1 - second)
        scale = (square / (1 - second**step)).sqrt_().add_(1e-10)
        self.parameters[name].data.addcdiv_(mean, scale, value=-rate / (1 - first**step))
