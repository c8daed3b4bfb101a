"""`python -m unittest models/train/test_nano.py` (from the repository's root) or `python models/train/test_nano.py`."""

from __future__ import annotations

import contextlib
import io
import json
import random
import sys
import tempfile
import unittest
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
import torch
from safetensors.torch import load_file

import model as models
from data import Row, Splitter, encode_row, make_batch, plan_steps, share_of
from decode import greedy, round_to_q8_0, validation_examples
from exporting import export
from model import ModelConfig, Nano, row_attention
from tokenizer import BYTE_TO_CHAR, SPECIALS, SPLIT, Tokenizer, count_words, forced_words, train_tokenizer
from training import Options, TrainingConfig, batch_loss, load_model, train

torch.set_num_threads(1)  # several collapse on a busy machine
CPU = torch.device("cpu")
SCHEMA = "<|schema|>\ncustomers id:key name:text city:text\norders id:key customer_id>customers total:number\n"
PAIRS = [
    ("<|question|>how many customers are in Lisbon<|sql|>", "SELECT COUNT(*) FROM customers WHERE customers.city = 'Lisbon'<|end|>"),
    ("<|question|>total of all orders<|sql|>", "SELECT SUM(orders.total) FROM orders<|end|>"),
    ("<|question|>names of customers<|sql|>", "SELECT customers.name FROM customers<|end|>"),
]
SMALL: dict[str, Any] = {"width": 64, "layers": 2, "hidden": 128, "heads": 4, "kv_heads": 2, "head_width": 16}


def small_tokenizer() -> Tokenizer:
    return train_tokenizer(count_words([SCHEMA, *(text for pair in PAIRS for text in pair)] * 3), 1536)


TOKENIZER = small_tokenizer()


def small_model(seed: int = 0) -> Nano:
    torch.manual_seed(seed)
    return Nano(ModelConfig(vocabulary=len(TOKENIZER.tokens), **SMALL))


def row_of(schema: str, pairs: list[tuple[str, str]]) -> Row:
    tokens, segments = encode_row(TOKENIZER, schema, pairs)
    return Row(np.array(tokens, dtype=np.uint16), np.array(segments, dtype=np.int32))


class TokenizerTest(unittest.TestCase):
    def test_has_every_byte_and_the_specials(self) -> None:
        self.assertEqual(TOKENIZER.tokens[:256], BYTE_TO_CHAR)
        self.assertEqual(len(set(TOKENIZER.tokens)), len(TOKENIZER.tokens))
        self.assertEqual(len(TOKENIZER.tokens) % 64, 0)
        for special in SPECIALS:
            self.assertEqual(TOKENIZER.encode(f"a{special}b")[1], TOKENIZER.specials[special])
            self.assertEqual(TOKENIZER.types[TOKENIZER.specials[special]], 3)

    def test_decodes_what_it_encoded(self) -> None:
        chance = random.Random(0)
        for _ in range(500):
            letters = [chance.choice([chr(chance.randrange(0xD800)), chr(chance.randrange(128)), "é", "😀", " ", "\n"])
                       for _ in range(chance.randrange(40))]
            text = "".join(letters)
            self.assertEqual(TOKENIZER.decode(TOKENIZER.encode(text)), text)

    def test_forced_words_are_single_tokens(self) -> None:
        for word in forced_words():
            self.assertEqual(len(TOKENIZER.encode(word)), 1, word)

    def test_a_word_has_the_same_tokens_everywhere(self) -> None:
        for word in ("customer", "total", "name", "zigzag"):
            bare = TOKENIZER.encode(word)
            for context in (" {}", "_{}", ".{}", '"{}', "({}", ">{}", "{}s"):
                tokens = TOKENIZER.encode(context.format(word))
                self.assertEqual([token for token in tokens if token in bare], bare, context)
                self.assertEqual(len(tokens), len(bare) + 1, context)

    def test_digits_stand_alone(self) -> None:
        self.assertEqual([TOKENIZER.decode([token]) for token in TOKENIZER.encode("2019")], list("2019"))

    def test_splits_like_qwen2(self) -> None:
        text = "It's  x_y = 'Lis bon'),\n\n a12\x1c "
        self.assertEqual(
            SPLIT.findall(text),
            ["It", "'s", " ", " x", "_y", " =", " '", "Lis", " bon", "'),\n\n", " a", "1", "2", "\x1c", " "],
        )

    def test_learned_merges_never_mix_letters_with_signs(self) -> None:
        words = Counter({" orders": 50, "_orders": 40, " ordersBy": 30, "'),": 20})
        tokenizer = train_tokenizer(words, 1536)
        self.assertEqual([tokenizer.decode([t]) for t in tokenizer.encode(" orders")], [" ", "order", "s"])
        self.assertEqual(len(tokenizer.encode("'),")), 1)

    def test_saves_and_loads(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            TOKENIZER.save(Path(folder) / "tokenizer.json")
            loaded = Tokenizer.load(Path(folder) / "tokenizer.json")
        self.assertEqual(loaded.fingerprint(), TOKENIZER.fingerprint())
        self.assertEqual(loaded.encode(SCHEMA), TOKENIZER.encode(SCHEMA))


class DataTest(unittest.TestCase):
    def test_targets_are_the_sql_tokens(self) -> None:
        batch = make_batch([row_of(SCHEMA, PAIRS), row_of(SCHEMA, PAIRS[:1])], CPU)
        text = TOKENIZER.decode(batch.targets.tolist())
        self.assertEqual(text, "".join(sql for _, sql in [*PAIRS, PAIRS[0]]))
        schema = batch.rows[0][0]
        self.assertEqual(batch.positions[schema + batch.rows[0][1]].item(), schema)

    def test_splitting_keeps_the_text(self) -> None:
        row = row_of(SCHEMA, PAIRS)
        split = Splitter(TOKENIZER, 0.5).split(row, np.random.default_rng(0))
        self.assertGreater(len(split), len(row))
        self.assertEqual(split.segments.sum(), len(split))
        start, expected = 0, [SCHEMA, *(text for pair in PAIRS for text in pair)]
        for length, text in zip(split.segments.tolist(), expected):
            self.assertEqual(TOKENIZER.decode(split.tokens[start : start + length].tolist()), text)
            start += length

    def test_plans_every_row_once(self) -> None:
        lengths = np.random.default_rng(0).integers(100, 900, 200)
        steps = plan_steps(lengths, 4000, seed=1, part=0)
        self.assertEqual(sorted(np.concatenate(steps).tolist()), list(range(200)))
        shares = [share_of(steps[0], lengths, rank, 2) for rank in range(2)]
        self.assertEqual(sorted(shares[0] + shares[1]), sorted(steps[0].tolist()))


class ModelTest(unittest.TestCase):
    def _pair_logits(self, pairs: list[tuple[str, str]], attention: Any = row_attention) -> torch.Tensor:
        batch = make_batch([row_of(SCHEMA, PAIRS[:1]), row_of(SCHEMA, pairs)], CPU)
        attend = attention(batch.rows, CPU, torch.float32)
        logits = small_model()(batch.tokens, batch.positions, attend, batch.wanted)
        return logits[-(len(TOKENIZER.encode(pairs[-1][1]))) :]

    def test_a_pair_does_not_see_another(self) -> None:
        together = self._pair_logits(PAIRS)
        torch.testing.assert_close(self._pair_logits([PAIRS[0], PAIRS[0], PAIRS[2]]), together, atol=1e-5, rtol=1e-4)
        torch.testing.assert_close(self._pair_logits([PAIRS[2]]), together, atol=1e-5, rtol=1e-4)
        other = self._pair_logits([(PAIRS[1][0], PAIRS[2][1])])
        self.assertGreater((other - together).abs().max().item(), 1e-3)

    def test_both_attentions_agree_forward_and_backward(self) -> None:
        rows = [row_of(SCHEMA, PAIRS), row_of(SCHEMA, PAIRS[1:])]
        batch = make_batch(rows, CPU)
        gradients = []
        for attend in (row_attention(batch.rows, CPU, torch.float32), models._padded_attention(batch.rows, CPU)):
            model = small_model()
            logits = model(batch.tokens, batch.positions, attend, batch.wanted)
            torch.nn.functional.cross_entropy(logits, batch.targets).backward()
            gradients.append({name: parameter.grad for name, parameter in model.named_parameters()})
        for name, gradient in gradients[0].items():
            torch.testing.assert_close(gradient, gradients[1][name], atol=1e-6, rtol=1e-3, msg=name)

    def test_norm_and_rotation_have_the_right_gradients(self) -> None:
        torch.manual_seed(0)
        x = torch.randn(3, 2, 8, requires_grad=True)
        gain = torch.randn(8, requires_grad=True)
        angles = torch.randn(3, 1, 4, dtype=torch.float64)
        cosine, sine = torch.cat([angles.cos()] * 2, -1), torch.cat([-angles.sin(), angles.sin()], -1)
        torch.autograd.gradcheck(lambda x: models.Rotate.apply(x, cosine, sine), (x.double(),))
        expected = torch.nn.functional.rms_norm(x, (8,), gain, 1e-6)
        actual = models.RowNorm.apply(x, gain, 1e-6)
        torch.testing.assert_close(actual, expected, atol=1e-5, rtol=1e-5)
        weights = torch.randn_like(x)
        for ours, theirs in zip(
            torch.autograd.grad((actual * weights).sum(), (x, gain)),
            torch.autograd.grad((expected * weights).sum(), (x, gain)),
        ):
            torch.testing.assert_close(ours, theirs, atol=1e-5, rtol=1e-5)

    def test_greedy_agrees_with_the_whole_sequence(self) -> None:
        model = small_model()
        prompts = [SCHEMA + PAIRS[0][0], SCHEMA + PAIRS[1][0]]
        for prompt, answer in zip(prompts, greedy(model, TOKENIZER, prompts, 6)):
            tokens = TOKENIZER.encode(prompt)
            for token in answer:
                attend = row_attention([[len(tokens)]], CPU, torch.float32)
                logits = model(torch.tensor(tokens), torch.arange(len(tokens)), attend)
                self.assertEqual(logits[-1].argmax().item(), token)
                tokens.append(token)

    def test_q8_0_rounds_to_a_127th(self) -> None:
        model = small_model()
        before = model.blocks[0].up.weight.detach().clone().view(-1, 32)
        round_to_q8_0(model)
        after = model.blocks[0].up.weight.detach().view(-1, 32)
        self.assertGreater((after - before).abs().max().item(), 0)
        self.assertLess(((after - before).abs().amax(1) / before.abs().amax(1)).max().item(), 1 / 200)


class TrainingTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.data = self.root / "data"
        self.data.mkdir()
        line = json.dumps({"schema": SCHEMA, "pairs": PAIRS}) + "\n"
        (self.data / "train-00000.jsonl").write_text(line * 6 + line[:40])
        (self.data / "validation.jsonl").write_text(line)

    def _train(self, name: str, steps: int, resume: bool = False, **options: Any) -> Path:
        run = self.root / name
        TOKENIZER.save(run / "tokenizer.json")
        training = TrainingConfig(batch_tokens=500, warmup_steps=1, hold_share=0.999, split_share=0.3)
        config = {"model": {"vocabulary": len(TOKENIZER.tokens), **SMALL}, "training": training.__dict__}
        with contextlib.redirect_stdout(io.StringIO()):
            train(config, Options(data=self.data, run=run, steps=steps, precision="fp32", **options), resume)
        return run

    def _loss(self, run: Path) -> float:
        model, _ = load_model(run)
        with torch.no_grad():
            loss, count = batch_loss(model, [row_of(SCHEMA, PAIRS)], CPU, torch.float32)
        return loss.item() / count

    def test_learns_a_handful_of_rows_by_heart(self) -> None:
        run = self._train("run", 120)
        self.assertLess(self._loss(run), 0.05)
        model, tokenizer = load_model(run)
        examples = validation_examples(self.data / "validation.jsonl", 10)
        answers = greedy(model, tokenizer, [example.prompt for example in examples])
        self.assertEqual([tokenizer.decode(answer) + "<|end|>" for answer in answers], [sql for _, sql in PAIRS])
        export(model, tokenizer, run, self.root / "out")
        tensors = load_file(self.root / "out" / "model.safetensors")
        self.assertEqual(tensors["model.layers.1.self_attn.k_proj.weight"].shape, (32, 64))
        self.assertEqual(len(tensors), 2 + 2 * 11)

    def test_resuming_changes_nothing(self) -> None:
        whole, parts = self._train("whole", 7), self._train("parts", 4)
        self._train("parts", 7, resume=True)
        for one, other in zip(load_model(whole)[0].parameters(), load_model(parts)[0].parameters()):
            torch.testing.assert_close(one, other, atol=0, rtol=0)

    def test_two_processes_learn_the_same(self) -> None:
        one, two = self._train("one", 3), self._train("two", 3, processes=2)
        self.assertAlmostEqual(self._loss(one), self._loss(two), delta=0.02)


if __name__ == "__main__":
    unittest.main()
