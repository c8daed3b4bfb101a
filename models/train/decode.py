"""Greedy decoding with a key/value cache, and the rounding of GGUF's Q8_0."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from data import read_lines
from model import Nano
from tokenizer import Tokenizer

_GROUP = 32


@dataclass(frozen=True)
class Example:
    prompt: str
    answer: str


def validation_examples(path: Path, limit: int) -> list[Example]:
    """Up to `limit` pairs, one or two of each row, so that many schemas count."""
    examples: list[Example] = []
    rows = list(read_lines(path))
    for turn in range(8):
        for schema, pairs in rows:
            if len(examples) >= limit:
                return examples
            if turn < len(pairs):
                question, answer = pairs[turn]
                examples.append(Example(schema + question, answer))
    return examples


def greedy(
    model: Nano, tokenizer: Tokenizer, prompts: list[str], limit: int = 200, dtype: torch.dtype = torch.float32
) -> list[list[int]]:
    """The tokens after each prompt, without the closing `<|end|>`."""
    encoded = [tokenizer.encode(prompt) for prompt in prompts]
    order = sorted(range(len(prompts)), key=lambda index: len(encoded[index]))
    answers: list[list[int]] = [[] for _ in prompts]
    for start in range(0, len(order), _GROUP):
        group = order[start : start + _GROUP]
        for index, answer in zip(group, _greedy_group(model, [encoded[i] for i in group], tokenizer.end, limit, dtype)):
            answers[index] = answer
    return answers


@torch.inference_mode()
def _greedy_group(
    model: Nano, prompts: list[list[int]], end: int, limit: int, dtype: torch.dtype
) -> list[list[int]]:
    device, config = model.embedding.device, model.config
    count, room = len(prompts), max(map(len, prompts)) + limit
    shape = (config.layers, count, config.kv_heads, room, config.head_width)
    keys, values = torch.zeros(shape, dtype=dtype, device=device), torch.zeros(shape, dtype=dtype, device=device)
    group = config.heads // config.kv_heads
    last: list[Tensor] = []
    for row, prompt in enumerate(prompts):

        def prefill(layer: int, query: Tensor, key: Tensor, value: Tensor, row: int = row) -> Tensor:
            key, value = key.transpose(0, 1), value.transpose(0, 1)
            keys[layer, row, :, : key.shape[1]], values[layer, row, :, : key.shape[1]] = key, value
            key, value = key.repeat_interleave(group, 0), value.repeat_interleave(group, 0)
            mixed = F.scaled_dot_product_attention(query.transpose(0, 1)[None], key[None], value[None], is_causal=True)
            return mixed[0].transpose(0, 1)

        tokens = torch.tensor(prompt, device=device)
        positions = torch.arange(len(prompt), device=device)
        last.append(model(tokens, positions, prefill, positions[-1:], dtype).argmax(-1))
    tokens = torch.cat(last)
    lengths = torch.tensor([len(prompt) for prompt in prompts], device=device)
    rows = torch.arange(count, device=device)
    answers: list[list[int]] = [[] for _ in prompts]
    done = [False] * count
    for _ in range(limit):
        for row, token in enumerate(tokens.tolist()):
            done[row] = done[row] or token == end
            if not done[row]:
                answers[row].append(token)
        if all(done):
            break
        visible = torch.arange(room, device=device) <= lengths[:, None]

        def attend(layer: int, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
            keys[layer, rows, :, lengths], values[layer, rows, :, lengths] = key, value
            grouped = query.view(count, config.kv_heads, group, -1)
            mixed = F.scaled_dot_product_attention(
                grouped, keys[layer], values[layer], attn_mask=visible[:, None, None]
            )
            return mixed.reshape(count, config.heads, -1)

        tokens = model(tokens, lengths, attend, None, dtype).argmax(-1)
        lengths = lengths + 1
    return answers


@torch.no_grad()
def round_to_q8_0(model: Nano) -> None:
    """What GGUF's Q8_0 keeps of the matrices: blocks of 32 along the input, a half-precision scale, eight bits each."""
    for parameter in model.parameters():
        if parameter.ndim != 2:
            continue
        blocks = parameter.data.float().view(-1, 32)
        scale = blocks.abs().amax(1, keepdim=True) / 127
        inverse = torch.where(scale > 0, 1 / scale, torch.zeros_like(scale))
        scaled = blocks * inverse
        rounded = scaled.sign() * (scaled.abs() + 0.5).floor()
        parameter.data.copy_((rounded * scale.half().float()).view_as(parameter))
