"""Rows of training data: a schema with several question/SQL pairs, as token ids in memory-mapped files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from tokenizer import Tokenizer


@dataclass(frozen=True)
class Row:
    """`segments[0]` is the length of the schema; then question and SQL lengths alternate."""

    tokens: np.ndarray
    segments: np.ndarray

    def __len__(self) -> int:
        return len(self.tokens)


@dataclass(frozen=True)
class Batch:
    """Rows one after another, ready for the model; `wanted` are the places whose next token counts."""

    tokens: Tensor
    positions: Tensor
    wanted: Tensor
    targets: Tensor
    rows: list[list[int]]


def make_batch(rows: list[Row], device: torch.device) -> Batch:
    positions: list[np.ndarray] = []
    wanted: list[np.ndarray] = []
    lengths: list[list[int]] = []
    start = 0
    for row in rows:
        schema = int(row.segments[0])
        lengths.append([schema])
        positions.append(np.arange(schema))
        start += schema
        for question, sql in row.segments[1:].reshape(-1, 2).tolist():
            lengths[-1].append(question + sql)
            positions.append(np.arange(schema, schema + question + sql))
            wanted.append(np.arange(start + question - 1, start + question + sql - 1))
            start += question + sql
    tokens = np.concatenate([row.tokens for row in rows]).astype(np.int64)
    places = np.concatenate(wanted)

    def on_device(array: np.ndarray) -> Tensor:
        return torch.from_numpy(array).to(device, non_blocking=True)

    return Batch(
        on_device(tokens),
        on_device(np.concatenate(positions)),
        on_device(places),
        on_device(tokens[places + 1]),
        lengths,
    )


def read_lines(path: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The rows of a shard; a last line that is still being written is left for another time."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            if not line.endswith("\n"):
                return
            content = json.loads(line)
            yield content["schema"], [(question, sql) for question, sql in content["pairs"]]


def training_shards(directory: Path) -> list[Path]:
    return sorted(directory.glob("train-*.jsonl"))


def encode_row(tokenizer: Tokenizer, schema: str, pairs: list[tuple[str, str]]) -> tuple[list[int], list[int]]:
    tokens = tokenizer.encode(schema)
    segments = [len(tokens)]
    for pair in pairs:
        for text in pair:
            part = tokenizer.encode(text)
            tokens += part
            segments.append(len(part))
    return tokens, segments


def cache_shard(shard: Path, cache: Path, tokenizer: Tokenizer, max_tokens: int) -> Path:
    """Tokenises a shard once; the name of the cached file tells whether it still fits. Pairs beyond the limit go."""
    state = shard.stat()
    name = f"{shard.stem}-{state.st_size}-{state.st_mtime_ns}-{tokenizer.fingerprint()}-{max_tokens}"
    target = cache / f"{name}.tokens.npy"
    if target.exists():
        return target
    all_tokens: list[np.ndarray] = []
    all_segments: list[np.ndarray] = []
    for schema, pairs in read_lines(shard):
        tokens, segments = encode_row(tokenizer, schema, pairs)
        while len(tokens) > max_tokens and len(segments) > 3:
            tokens = tokens[: -(segments[-1] + segments[-2])]
            segments = segments[:-2]
        if len(tokens) <= max_tokens and len(segments) >= 3:
            all_tokens.append(np.array(tokens, dtype=np.uint16))
            all_segments.append(np.array(segments, dtype=np.int32))
    cache.mkdir(parents=True, exist_ok=True)
    rows = np.array([[len(tokens), len(segments)] for tokens, segments in zip(all_tokens, all_segments)])
    for kind, array in (
        ("rows", rows.reshape(-1, 2)),
        ("segments", np.concatenate(all_segments or [np.zeros(0, np.int32)])),
        ("tokens", np.concatenate(all_tokens or [np.zeros(0, np.uint16)])),  # last: its presence means complete
    ):
        _write_atomically(cache / f"{name}.{kind}.npy", array)
    return target


def _write_atomically(path: Path, array: np.ndarray) -> None:
    partial = path.with_suffix(".partial")
    with partial.open("wb") as file:
        np.save(file, array)
    partial.replace(path)


class Corpus:
    """All rows of some cached shards; tokens stay on disk (and in the page cache, shared by the processes)."""

    def __init__(self, caches: list[Path]) -> None:
        self._tokens: list[np.ndarray] = []
        self._segments: list[np.ndarray] = []
        index: list[np.ndarray] = []
        for number, path in enumerate(caches):
            stem = path.name.removesuffix(".tokens.npy")
            self._tokens.append(np.load(path, mmap_mode="r"))
            self._segments.append(np.load(path.with_name(f"{stem}.segments.npy"), mmap_mode="r"))
            rows = np.load(path.with_name(f"{stem}.rows.npy"))
            starts = np.cumsum(rows, 0) - rows
            index.append(np.column_stack([np.full(len(rows), number), starts, rows]))
        self._index = np.concatenate(index) if index else np.zeros((0, 5), dtype=np.int64)

    def __len__(self) -> int:
        return len(self._index)

    def lengths(self) -> np.ndarray:
        return self._index[:, 3]

    def row(self, number: int) -> Row:
        shard, token, segment, tokens, segments = self._index[number].tolist()
        return Row(
            self._tokens[shard][token : token + tokens], self._segments[shard][segment : segment + segments].copy()
        )


def plan_steps(lengths: np.ndarray, batch_tokens: int, seed: int, part: int) -> list[np.ndarray]:
    """The rows of each optimiser step of a pass: shuffled, then cut where the token budget is full."""
    order = np.random.default_rng((seed, part)).permutation(len(lengths))
    step_of = (np.cumsum(lengths[order]) - lengths[order]) // batch_tokens
    return np.split(order, np.flatnonzero(np.diff(step_of)) + 1)


def share_of(rows: np.ndarray, lengths: np.ndarray, rank: int, processes: int) -> list[int]:
    """This process's rows of a step, the load balanced by length."""
    loads = [0] * processes
    mine: list[int] = []
    for row in sorted(rows.tolist(), key=lambda number: -int(lengths[number])):
        lightest = loads.index(min(loads))
        loads[lightest] += int(lengths[row])
        if lightest == rank:
            mine.append(row)
    return mine


def micro_batches(rows: list[Row], limit: int) -> list[list[Row]]:
    groups: list[list[Row]] = []
    size = limit
    for row in rows:
        if size + len(row) > limit and size > 0:
            groups.append([])
            size = 0
        groups[-1].append(row)
        size += len(row)
    return groups


class Splitter:
    """BPE dropout of a kind that keeps copying possible: some tokens of a row are replaced everywhere in the row by the
    two tokens they were merged from."""

    def __init__(self, tokenizer: Tokenizer, share: float) -> None:
        self._halves = np.full((len(tokenizer.tokens), 2), -1, dtype=np.int64)
        for whole, halves in tokenizer.halves().items():
            self._halves[whole] = halves
        self._share = share

    def split(self, row: Row, random: np.random.Generator) -> Row:
        present = np.unique(row.tokens)
        present = present[self._halves[present, 0] >= 0]
        chosen = np.zeros(len(self._halves), dtype=bool)
        chosen[present[random.random(len(present)) < self._share]] = True
        hit = chosen[row.tokens]
        if not hit.any():
            return row
        repeats = hit.astype(np.int64) + 1
        tokens = np.repeat(row.tokens.astype(np.int64), repeats)
        first = (np.cumsum(repeats) - repeats)[hit]
        tokens[first], tokens[first + 1] = self._halves[row.tokens[hit]].T
        ends = np.concatenate([[0], np.cumsum(repeats)])[np.cumsum(row.segments)]
        return Row(tokens.astype(np.uint16), np.diff(ends, prepend=0).astype(np.int32))
