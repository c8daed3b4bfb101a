"""The training loop: one process on an accelerator, one or more one-thread processes on a CPU.

The processes share the parameters, the optimiser's state and one gradient buffer each. A step is: everybody computes the
gradient of its rows; barrier; everybody sums the buffers for its share of the parameters and updates them; barrier.
"""

from __future__ import annotations

import ctypes
import json
import resource
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.multiprocessing as multiprocessing
import torch.nn.functional as F
from torch import Tensor

from data import Corpus, Splitter, cache_shard, make_batch, micro_batches, plan_steps, share_of, training_shards
from decode import greedy, validation_examples
from model import ModelConfig, Nano, row_attention
from optimise import Optimiser
from tokenizer import Tokenizer

CHECKPOINT = "checkpoint.pt"
_RATE, _STOP, _EVALUATE, _FIRST_FREE = 0, 1, 2, 3


@dataclass(frozen=True)
class TrainingConfig:
    batch_tokens: int = 8192  # of an optimiser step, over all processes
    micro_tokens: int = 2048  # computed at once; about what fits the cache
    max_row_tokens: int = 1600
    split_rows: float = 0.5  # share of rows in which words are split at random
    split_share: float = 0.05  # share of a row's distinct tokens that are split
    matrix_rate: float = 0.02
    vector_rate: float = 0.004
    weight_decay: float = 0.02
    warmup_steps: int = 100
    hold_share: float = 0.3  # share of the run at the full rate, before it falls to 0 in a straight line
    seed: int = 1


@dataclass(frozen=True)
class Options:
    data: Path
    run: Path
    minutes: float = 80.0
    steps: int | None = None  # a fixed number of steps instead of a time: for tests
    processes: int = 1
    device: str = "cpu"
    precision: str = "bf16"
    checkpoint_minutes: float = 3.0
    evaluate_minutes: float = 10.0
    evaluate_pairs: int = 100
    log_steps: int = 20


@dataclass
class Progress:
    """Where a run stands; what a checkpoint holds besides tensors."""

    step: int = 0
    part: int = 0
    step_in_part: int = 0
    elapsed: float = 0.0
    tokens: int = 0
    shards: list[str] = field(default_factory=list)


class Shared:
    """What the processes of a run have in common."""

    def __init__(self, model: Nano, optimiser: Optimiser, progress: Progress, processes: int, barrier: Any) -> None:
        self.model, self.optimiser, self.progress, self.barrier = model, optimiser, progress, barrier
        device = model.embedding.device
        total = sum(parameter.numel() for parameter in model.parameters())
        self.gradients = torch.zeros(processes, total, device=device)
        self.control = torch.zeros(_FIRST_FREE, dtype=torch.float64)
        self.sums = torch.zeros(processes, 4, dtype=torch.float64)
        if processes > 1:
            model.share_memory()
            optimiser.share_memory()
            for tensor in (self.gradients, self.control, self.sums):
                tensor.share_memory_()

    def wait(self) -> None:
        if self.barrier is not None:
            self.barrier.wait()

    def gradient_views(self, rank: int) -> dict[str, Tensor]:
        views, start = {}, 0
        for name, parameter in self.model.named_parameters():
            views[name] = self.gradients[rank, start : start + parameter.numel()].view_as(parameter)
            start += parameter.numel()
        return views


def train(config: dict[str, Any], options: Options, resume: bool = False) -> Progress:
    model_config, training = ModelConfig(**config["model"]), TrainingConfig(**config["training"])
    tokenizer = Tokenizer.load(options.run / "tokenizer.json")
    if len(tokenizer.tokens) != model_config.vocabulary:
        raise ValueError(f"the tokenizer has {len(tokenizer.tokens)} tokens, the model {model_config.vocabulary}")
    torch.manual_seed(training.seed)
    model = Nano(model_config).to(options.device)
    optimiser = Optimiser(model, training.matrix_rate, training.vector_rate, training.weight_decay)
    progress = Progress()
    if resume and (options.run / CHECKPOINT).exists():
        progress = load_checkpoint(options.run, model, optimiser)
    elif (options.run / CHECKPOINT).exists():
        raise FileExistsError(f"{options.run / CHECKPOINT} exists: add --resume, or choose another folder")
    (options.run / "config.json").write_text(
        json.dumps({"model": model_config.as_dict(), "training": asdict(training)}, indent=2) + "\n"
    )
    if options.processes == 1:
        shared = Shared(model, optimiser, progress, 1, None)
        return _Worker(0, shared, training, options).run()
    context = multiprocessing.get_context("spawn")
    shared = Shared(model, optimiser, progress, options.processes, context.Barrier(options.processes))
    multiprocessing.spawn(_start_worker, (shared, training, options), nprocs=options.processes)
    return load_checkpoint(options.run, model, optimiser)


def _start_worker(rank: int, shared: Shared, training: TrainingConfig, options: Options) -> None:
    try:
        _Worker(rank, shared, training, options).run()
    except BaseException:
        shared.barrier.abort()
        raise


def load_model(run: Path, device: str = "cpu") -> tuple[Nano, Tokenizer]:
    config = json.loads((run / "config.json").read_text())
    model = Nano(ModelConfig(**config["model"]))
    model.load_state_dict(torch.load(run / CHECKPOINT, map_location="cpu", weights_only=True)["model"])
    return model.to(device).eval(), Tokenizer.load(run / "tokenizer.json")


def save_checkpoint(run: Path, model: Nano, optimiser: Optimiser, progress: Progress) -> None:
    partial = run / f"{CHECKPOINT}.partial"
    torch.save({"model": model.state_dict(), "optimiser": optimiser.state, "progress": asdict(progress)}, partial)
    partial.replace(run / CHECKPOINT)


def load_checkpoint(run: Path, model: Nano, optimiser: Optimiser) -> Progress:
    content = torch.load(run / CHECKPOINT, map_location=model.embedding.device, weights_only=True)
    model.load_state_dict(content["model"])
    for name, tensor in content["optimiser"].items():
        optimiser.state[name].copy_(tensor)
    return Progress(**content["progress"])


def batch_loss(
    model: Nano, rows: list[Any], device: torch.device, dtype: torch.dtype, reduction: str = "sum"
) -> tuple[Tensor, int]:
    """Loss of the SQL tokens of some rows, and how many tokens those are."""
    batch = make_batch(rows, device)
    attend = row_attention(batch.rows, device, dtype)
    logits = model(batch.tokens, batch.positions, attend, batch.wanted, dtype)
    return F.cross_entropy(logits.float(), batch.targets, reduction=reduction), len(batch.targets)


class _Worker:
    def __init__(self, rank: int, shared: Shared, training: TrainingConfig, options: Options) -> None:
        self.rank, self.shared, self.training, self.options = rank, shared, training, options
        self.model, self.optimiser, self.progress = shared.model, shared.optimiser, shared.progress
        self.device = self.model.embedding.device
        self.dtype = torch.bfloat16 if options.precision == "bf16" else torch.float32
        self.tokenizer = Tokenizer.load(options.run / "tokenizer.json")
        self.splitter = Splitter(self.tokenizer, training.split_share)
        self.views = [shared.gradient_views(index) for index in range(options.processes)]
        self.names = self.optimiser.share(rank, options.processes)
        for name, parameter in self.model.named_parameters():
            parameter.grad = self.views[rank][name]
        if self.device.type == "cpu":
            _keep_freed_memory()
            if options.processes > 1:
                torch.set_num_threads(1)
        validation = options.data / "validation.jsonl"
        self.validation = validation if validation.exists() else None
        self.earlier = self.progress.elapsed  # of the sittings before this one
        self.started = 0.0
        self.log_time, self.log_tokens, self.log_loss, self.log_count = 0.0, 0, 0.0, 0
        self.last_checkpoint = self.last_evaluation = 0.0

    def run(self) -> Progress:
        while True:
            corpus = self._open_part()
            if not self.started:
                now = time.monotonic()
                self.started = self.log_time = self.last_checkpoint = self.last_evaluation = now
            steps = plan_steps(corpus.lengths(), self.training.batch_tokens, self.training.seed, self.progress.part)
            while self.progress.step_in_part < len(steps):
                if not self._step(corpus, steps[self.progress.step_in_part]):
                    return self.progress
            self.progress.part += 1
            self.progress.step_in_part = 0
            self.progress.shards = []

    def _open_part(self) -> Corpus:
        """The rows of a pass over the data: all shards there are now, or those of the pass that is being resumed."""
        options, progress = self.options, self.progress
        plan = options.run / "shards.json"
        if self.rank == 0:
            known = [options.data / name for name in progress.shards]
            shards = known if known else training_shards(options.data)
            if not shards:
                raise FileNotFoundError(f"no train-*.jsonl in {options.data}")
            plan.write_text(json.dumps([shard.name for shard in shards]))
        self.shared.wait()
        progress.shards = json.loads(plan.read_text())
        cache, limit = options.run / "cache", self.training.max_row_tokens

        def cached(name: str) -> Path:
            return cache_shard(options.data / name, cache, self.tokenizer, limit)

        for name in progress.shards[self.rank :: options.processes]:
            cached(name)
        self.shared.wait()
        corpus = Corpus([cached(name) for name in progress.shards])
        if len(corpus) == 0:
            raise ValueError("no rows within the length limit")
        self._say(part=progress.part, shards=len(progress.shards), rows=len(corpus), tokens=int(corpus.lengths().sum()))
        return corpus

    def _step(self, corpus: Corpus, rows: np.ndarray) -> bool:
        """One optimiser step; false when the run is over (and saved)."""
        shared, control, progress = self.shared, self.shared.control, self.progress
        if self.rank == 0:
            self._set_control()
        shared.wait()  # also: all updates of the step before are done
        rate, stop, evaluate = control[_RATE].item(), bool(control[_STOP]), bool(control[_EVALUATE])
        if self.rank == 0:
            self._report_and_save(rate, stop)
        if evaluate:
            self._evaluate()
        if stop:
            shared.wait()
            return False
        self.views_of_mine_zero()
        mine = share_of(rows, corpus.lengths(), self.rank, self.options.processes)
        wanted = sum(int(corpus.row(int(row)).segments[2::2].sum()) for row in rows)
        batch = [self._augmented(corpus, row) for row in mine]
        total, count, tokens = 0.0, 0, 0
        for group in micro_batches(batch, self.training.micro_tokens):
            loss, places = batch_loss(self.model, group, self.device, self.dtype)
            (loss / wanted).backward()
            total += loss.item()
            count += places
            tokens += sum(map(len, group))
        shared.sums[self.rank, :3] = torch.tensor([total, count, tokens], dtype=torch.float64)
        shared.wait()
        sums = shared.sums.sum(0).tolist()
        gradients = {name: sum(view[name] for view in self.views[1:]) + self.views[0][name] for name in self.names}
        progress.step += 1
        progress.step_in_part += 1
        progress.tokens += int(sums[2])
        self.optimiser.update(self.names, gradients, progress.step, rate)
        self.log_loss += sums[0]
        self.log_count += int(sums[1])
        self.log_tokens += int(sums[2])
        return True

    def views_of_mine_zero(self) -> None:
        self.shared.gradients[self.rank].zero_()

    def _augmented(self, corpus: Corpus, number: int) -> Any:
        random = np.random.default_rng((self.training.seed, self.progress.part, number))
        row = corpus.row(number)
        return self.splitter.split(row, random) if random.random() < self.training.split_rows else row

    def _set_control(self) -> None:
        """The schedule: warm up by steps, then by the share of the run's time (or steps) that has passed."""
        training, options, progress = self.training, self.options, self.progress
        now = time.monotonic()
        progress.elapsed = self.earlier + now - self.started
        done = progress.step / options.steps if options.steps else progress.elapsed / (60 * options.minutes)
        fall = min(1.0, max(0.0, (1 - done) / (1 - training.hold_share)))
        warm = min(1.0, (progress.step + 1) / max(1, training.warmup_steps))
        stop = done >= 1
        due = now - self.last_evaluation > 60 * options.evaluate_minutes
        evaluate = self.validation is not None and (stop or due)
        if evaluate:
            self.last_evaluation = now
        self.shared.control[:] = torch.tensor([fall * warm, float(stop), float(evaluate)], dtype=torch.float64)

    def _report_and_save(self, rate: float, stop: bool) -> None:
        progress, now = self.progress, time.monotonic()
        if self.log_count and (progress.step % self.options.log_steps == 0 or stop):
            seconds = now - self.log_time
            self._say(
                step=progress.step,
                minutes=round(progress.elapsed / 60, 2),
                loss=round(self.log_loss / self.log_count, 4),
                rate=round(rate, 4),
                tokens_per_second=round(self.log_tokens / seconds),
                million_tokens=round(progress.tokens / 1e6, 2),
            )
            self.log_time, self.log_tokens, self.log_loss, self.log_count = now, 0, 0.0, 0
        if stop or now - self.last_checkpoint > 60 * self.options.checkpoint_minutes:
            save_checkpoint(self.options.run, self.model, self.optimiser, progress)
            self.last_checkpoint = now

    @torch.no_grad()
    def _evaluate(self) -> None:
        """Loss and greedy exact match on held-out pairs, each process its part of them."""
        assert self.validation is not None
        options, processes = self.options, self.options.processes
        cached = cache_shard(self.validation, options.run / "cache", self.tokenizer, self.training.max_row_tokens) \
            if self.rank == 0 else None
        self.shared.wait()
        cached = cached or cache_shard(
            self.validation, options.run / "cache", self.tokenizer, self.training.max_row_tokens
        )
        corpus = Corpus([cached])
        rows = [corpus.row(number) for number in range(self.rank, min(len(corpus), 100), processes)]
        total, count = 0.0, 0
        for group in micro_batches(rows, self.training.micro_tokens):
            loss, places = batch_loss(self.model, group, self.device, self.dtype)
            total += loss.item()
            count += places
        examples = validation_examples(self.validation, options.evaluate_pairs)[self.rank :: processes]
        answers = greedy(self.model, self.tokenizer, [example.prompt for example in examples], 120)
        right = sum(
            self.tokenizer.decode(answer) + "<|end|>" == example.answer for answer, example in zip(answers, examples)
        )
        self.shared.sums[self.rank] = torch.tensor([total, count, right, len(examples)], dtype=torch.float64)
        self.shared.wait()
        loss_sum, places, right, asked = self.shared.sums.sum(0).tolist()
        self.shared.wait()
        self._say(
            step=self.progress.step,
            validation_loss=round(loss_sum / max(1, places), 4),
            exact=f"{right:.0f}/{asked:.0f}",
            peak_megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        )

    def _say(self, **values: Any) -> None:
        if self.rank:
            return
        print(" ".join(f"{name} {value}" for name, value in values.items()), flush=True)
        with (self.options.run / "log.jsonl").open("a") as file:
            file.write(json.dumps(values) + "\n")


def _keep_freed_memory() -> None:
    """Tells glibc to keep freed memory: large tensors come and go every step, and page faults cost as much as matmuls."""
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):
        return
    trim_threshold, mmap_max = -1, -4
    mallopt(mmap_max, 0)
    mallopt(trim_threshold, 2**31 - 1)
