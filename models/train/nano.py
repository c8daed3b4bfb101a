"""Trains Nano, the bundled text-to-SQL model. `python models/train/nano.py --help`; see README.md."""

from __future__ import annotations

import argparse
import itertools
import json
import time
from pathlib import Path
from typing import Any

import torch

from data import read_lines, training_shards
from decode import greedy, round_to_q8_0, validation_examples
from exporting import export
from tokenizer import Tokenizer, count_words, train_tokenizer
from training import Options, load_model, train


def main() -> None:
    arguments = _parser().parse_args()
    arguments.run_command(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True)

    def command(name: str, function: Any, text: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text)
        sub.set_defaults(run_command=function)
        return sub

    sub = command("tokenizer", _tokenizer, "learn a vocabulary from the training shards")
    sub.add_argument("--data", type=Path, required=True, help="folder with train-*.jsonl")
    sub.add_argument("--out", type=Path, required=True, help="tokenizer.json to write (into the run's folder)")
    sub.add_argument("--size", type=int, default=4096, help="vocabulary, rounded up to 64")
    sub.add_argument("--rows", type=int, default=30_000, help="rows to count words in, from all shards alike")

    sub = command("train", _train, "train, or go on training with --resume")
    sub.add_argument("--config", type=Path, default=Path(__file__).with_name("nano.json"))
    sub.add_argument("--data", type=Path, required=True, help="folder with train-*.jsonl and validation.jsonl")
    sub.add_argument("--out", type=Path, required=True, help="the run's folder; holds tokenizer.json already")
    sub.add_argument("--minutes", type=float, default=80.0, help="of training in all; the rate reaches 0 at their end")
    sub.add_argument("--steps", type=int, help="a fixed number of steps instead of --minutes")
    sub.add_argument("--processes", type=int, default=1, help="one-thread processes on a CPU")
    sub.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    sub.add_argument("--precision", choices=["bf16", "fp32"], default="bf16")
    sub.add_argument("--evaluate-minutes", type=float, default=10.0)
    sub.add_argument("--evaluate-pairs", type=int, default=100)
    sub.add_argument("--checkpoint-minutes", type=float, default=3.0)
    sub.add_argument("--log-steps", type=int, default=20)
    sub.add_argument("--set", action="append", default=[], metavar="PART.NAME=VALUE", help="overrides the config")
    sub.add_argument("--resume", action="store_true")

    sub = command("export", _export, "write model.safetensors, config.json and tokenizer.json (Hugging Face Qwen3)")
    sub.add_argument("--run", type=Path, required=True)
    sub.add_argument("--out", type=Path, required=True)

    sub = command("greedy", _greedy, "answer prompts greedily")
    sub.add_argument("--run", type=Path, required=True)
    sub.add_argument("--prompts", type=Path, required=True, help='lines {"prompt": "<|schema|>…<|sql|>"}')
    sub.add_argument("--out", type=Path, required=True, help="the same lines with text and tokens added")
    sub.add_argument("--quantise", choices=["q8_0"], help="round the matrices as the GGUF file will")
    sub.add_argument("--limit", type=int, default=200, help="tokens an answer may have")

    sub = command("evaluate", _evaluate, "exact match by greedy decoding, and some wrong examples")
    sub.add_argument("--run", type=Path, required=True)
    sub.add_argument("--data", type=Path, required=True, help="a .jsonl of rows, or a folder with validation.jsonl")
    sub.add_argument("--limit", type=int, default=200, help="pairs")
    sub.add_argument("--show", type=int, default=10, help="wrong examples to print")
    sub.add_argument("--quantise", choices=["q8_0"])
    return parser


def _tokenizer(arguments: argparse.Namespace) -> None:
    started = time.monotonic()
    shards = training_shards(arguments.data)
    if not shards:
        raise SystemExit(f"no train-*.jsonl in {arguments.data}")
    each = -(-arguments.rows // len(shards))
    rows = (row for shard in shards for row in itertools.islice(read_lines(shard), each))
    words = count_words(text for schema, pairs in rows for text in (schema, *itertools.chain(*pairs)))
    tokenizer = train_tokenizer(words, arguments.size)
    tokenizer.save(arguments.out)
    characters = sum(len(word) * count for word, count in words.items())
    tokens = sum(len(tokenizer.encode(word)) * count for word, count in words.items())
    print(
        f"{len(words)} distinct words, {len(tokenizer.tokens)} tokens, {len(tokenizer.merges)} merges, "
        f"{characters / tokens:.2f} characters a token, {time.monotonic() - started:.0f} s"
    )


def _train(arguments: argparse.Namespace) -> None:
    config = json.loads(arguments.config.read_text())
    for assignment in arguments.set:
        place, value = assignment.split("=", 1)
        part, name = place.split(".", 1)
        if name not in config[part]:
            raise SystemExit(f"--set: no {place} in {arguments.config}")
        config[part][name] = json.loads(value)
    if arguments.device != "cpu" and arguments.processes != 1:
        raise SystemExit("several processes are for a CPU")
    options = Options(
        data=arguments.data,
        run=arguments.out,
        minutes=arguments.minutes,
        steps=arguments.steps,
        processes=arguments.processes,
        device=arguments.device,
        precision=arguments.precision,
        checkpoint_minutes=arguments.checkpoint_minutes,
        evaluate_minutes=arguments.evaluate_minutes,
        evaluate_pairs=arguments.evaluate_pairs,
        log_steps=arguments.log_steps,
    )
    train(config, options, arguments.resume)


def _export(arguments: argparse.Namespace) -> None:
    model, tokenizer = load_model(arguments.run)
    export(model, tokenizer, arguments.run, arguments.out)


def _load(arguments: argparse.Namespace) -> Any:
    model, tokenizer = load_model(arguments.run)
    if arguments.quantise:
        round_to_q8_0(model)
    return model, tokenizer


def _greedy(arguments: argparse.Namespace) -> None:
    model, tokenizer = _load(arguments)
    lines = [json.loads(line) for line in arguments.prompts.read_text(encoding="utf-8").splitlines() if line.strip()]
    answers = greedy(model, tokenizer, [line["prompt"] for line in lines], arguments.limit)
    with arguments.out.open("w", encoding="utf-8") as file:
        for line, answer in zip(lines, answers):
            content = {**line, "text": tokenizer.decode(answer), "tokens": answer}
            file.write(json.dumps(content, ensure_ascii=False) + "\n")


def _evaluate(arguments: argparse.Namespace) -> None:
    model, tokenizer = _load(arguments)
    path = arguments.data / "validation.jsonl" if arguments.data.is_dir() else arguments.data
    examples = validation_examples(path, arguments.limit)
    answers = greedy(model, tokenizer, [example.prompt for example in examples])
    right, shown = 0, 0
    for example, answer in zip(examples, answers):
        wanted, text = example.answer.removesuffix("<|end|>"), tokenizer.decode(answer)
        if text == wanted:
            right += 1
        elif shown < arguments.show:
            shown += 1
            print(f"{example.prompt}\n  wanted  {wanted}\n  got     {text}\n")
    print(f"exact {right}/{len(examples)} = {right / max(1, len(examples)):.1%}")


if __name__ == "__main__":
    main()
