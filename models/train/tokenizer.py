"""Byte-level BPE whose tokens are exactly those of llama.cpp (`tokenizer.ggml.model=gpt2`, `tokenizer.ggml.pre=qwen2`).

Two rules keep a word's tokens the same wherever it stands, which is what a small model needs in order to copy names:
learned merges never join letters with anything else (so blank, `_`, `.`, quotation marks stay apart), and never put an
`s` on the right (so a plural is its singular plus `s`). Merges of words with their blank (`Ġfrom`) are appended by hand
at the lowest rank, for a closed list of words.
"""

from __future__ import annotations

import hashlib
import heapq
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import regex

from words import FUNCTION_WORDS, KEYWORDS, OPENERS, TYPE_MARKERS

SPECIALS = ["<|schema|>", "<|question|>", "<|sql|>", "<|end|>", "<|pad|>"]
NORMAL, CONTROL, UNUSED = 1, 3, 5  # token types of GGUF

# The white space of Unicode, spelled out: `\s` of the regex module also takes in U+001C to U+001F, llama.cpp does not.
_BLANK = r"\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
SPLIT = regex.compile(
    r"'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD]"
    r"|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}"
    rf"| ?[^{_BLANK}\p{{L}}\p{{N}}]+[\r\n]*"
    rf"|[{_BLANK}]*[\r\n]+|[{_BLANK}]+(?![^{_BLANK}])|[{_BLANK}]+"
)
_SPECIAL_SPLIT = regex.compile("(" + "|".join(regex.escape(special) for special in SPECIALS) + ")")
# Learned merges stay inside such a unit: letters of one hump, or signs only.
_UNIT = regex.compile(r"[^\P{L}\p{Lu}]+|\p{Lu}+[^\P{L}\p{Lu}]*|[^\p{L}]+")
_CACHE_LIMIT = 400_000

Merge = tuple[str, str]


def _byte_alphabet() -> list[str]:
    """The printable character that stands for each byte in GPT-2's token strings."""
    printable = {*range(33, 127), *range(161, 173), *range(174, 256)}
    others = iter(range(256, 512))
    return [chr(byte) if byte in printable else chr(next(others)) for byte in range(256)]


BYTE_TO_CHAR = _byte_alphabet()
CHAR_TO_BYTE = {char: byte for byte, char in enumerate(BYTE_TO_CHAR)}


def byte_level(text: str) -> str:
    return "".join(BYTE_TO_CHAR[byte] for byte in text.encode())


def apply_merges(symbols: Sequence[str], ranks: dict[Merge, int]) -> list[str]:
    """Standard BPE: again and again the pair of the lowest rank, the leftmost first."""
    pieces = list(symbols)
    while len(pieces) > 1:
        best_rank, best = None, -1
        for index in range(len(pieces) - 1):
            rank = ranks.get((pieces[index], pieces[index + 1]))
            if rank is not None and (best_rank is None or rank < best_rank):
                best_rank, best = rank, index
        if best_rank is None:
            break
        pieces[best : best + 2] = [pieces[best] + pieces[best + 1]]
    return pieces


class Tokenizer:
    """Encodes and decodes text; immutable but for its cache."""

    def __init__(self, tokens: list[str], types: list[int], merges: list[str], specials: dict[str, int]) -> None:
        self.tokens, self.types, self.merges, self.specials = tokens, types, merges, specials
        self.end, self.pad = specials["<|end|>"], specials["<|pad|>"]
        self._ids = {token: index for index, token in enumerate(tokens) if types[index] == NORMAL}
        self._ranks: dict[Merge, int] = {}
        for rank, merge in enumerate(merges):
            left, right = merge.split(" ")
            self._ranks.setdefault((left, right), rank)
        self._cache: dict[str, list[int]] = {}

    def encode(self, text: str) -> list[int]:
        ids: list[int] = []
        for part in _SPECIAL_SPLIT.split(text):
            special = self.specials.get(part)
            if special is not None:
                ids.append(special)
                continue
            for word in SPLIT.findall(part):
                ids += self._cache.get(word) or self._encode_word(word)
        return ids

    def decode(self, ids: Iterable[int]) -> str:
        data = bytearray()
        for index in ids:
            if self.types[index] == NORMAL:
                data += bytes(CHAR_TO_BYTE[char] for char in self.tokens[index])
            else:
                data += self.tokens[index].encode()
        return data.decode(errors="replace")

    def halves(self) -> dict[int, tuple[int, int]]:
        """The two tokens that each learned token of letters was merged from, for splitting words at random."""
        forced = {*KEYWORDS, *FUNCTION_WORDS, *OPENERS, *TYPE_MARKERS}
        result: dict[int, tuple[int, int]] = {}
        for left, right in self._ranks:
            whole = left + right
            if whole.isalpha() and whole.isascii() and whole not in forced:
                result.setdefault(self._ids[whole], (self._ids[left], self._ids[right]))
        return result

    def fingerprint(self) -> str:
        return hashlib.sha256(json.dumps([self.tokens, self.merges]).encode()).hexdigest()[:12]

    def save(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        content = {
            "tokens": self.tokens,
            "types": self.types,
            "merges": self.merges,
            "specials": self.specials,
            "end": self.end,
            "pad": self.pad,
        }
        path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n")

    @staticmethod
    def load(path: Path) -> Tokenizer:
        content = json.loads(path.read_text())
        return Tokenizer(content["tokens"], content["types"], content["merges"], content["specials"])

    def _encode_word(self, word: str) -> list[int]:
        ids = [self._ids[piece] for piece in apply_merges(byte_level(word), self._ranks)]
        if len(self._cache) < _CACHE_LIMIT:
            self._cache[word] = ids
        return ids


def count_words(texts: Iterable[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in texts:
        for part in _SPECIAL_SPLIT.split(text):
            if part not in SPECIALS:
                counts.update(SPLIT.findall(part))
    return counts


def train_tokenizer(words: Counter[str], size: int) -> Tokenizer:
    """Learns merges from counted pre-tokens and appends the hand-made ones; `size` is rounded up to 64."""
    size = -(-size // 64) * 64
    room = size - 256 - len(SPECIALS)
    learned = _learn_merges(_units(words), room, reserved={*KEYWORDS, *FUNCTION_WORDS, *OPENERS})
    if len(_new_tokens(_forced_merges([]))) > room:
        raise ValueError(f"the forced words alone need more than {size} tokens")
    low, high = 0, len(learned)
    while low < high:  # the most learned merges that leave room for the forced ones
        middle = (low + high + 1) // 2
        if len(_new_tokens([*learned[:middle], *_forced_merges(learned[:middle])])) <= room:
            low = middle
        else:
            high = middle - 1
    merges = [*learned[:low], *_forced_merges(learned[:low])]
    tokens = [*BYTE_TO_CHAR, *SPECIALS, *_new_tokens(merges)]
    types = [NORMAL] * 256 + [CONTROL] * len(SPECIALS) + [NORMAL] * (len(tokens) - 256 - len(SPECIALS))
    while len(tokens) < size:
        tokens.append(f"<|unused{len(tokens)}|>")
        types.append(UNUSED)
    specials = {special: 256 + index for index, special in enumerate(SPECIALS)}
    return Tokenizer(tokens, types, [f"{left} {right}" for left, right in merges], specials)


def _new_tokens(merges: Iterable[Merge]) -> list[str]:
    known = set(BYTE_TO_CHAR)
    return [whole for left, right in merges if (whole := left + right) not in known and not known.add(whole)]


def _units(words: Counter[str]) -> Counter[str]:
    units: Counter[str] = Counter()
    for word, count in words.items():
        for unit in _UNIT.findall(word):
            units[byte_level(unit)] += count
    return units


def _learn_merges(units: Counter[str], limit: int, reserved: set[str]) -> list[Merge]:
    pieces_of = [list(unit) for unit in units]
    counts = list(units.values())
    pair_counts: Counter[Merge] = Counter()
    places: defaultdict[Merge, set[int]] = defaultdict(set)
    for index, pieces in enumerate(pieces_of):
        for pair in zip(pieces, pieces[1:]):
            pair_counts[pair] += counts[index]
            places[pair].add(index)

    def allowed(pair: Merge) -> bool:
        return pair[1] not in ("s", "S") and pair[0] + pair[1] not in reserved

    heap = [(-count, pair) for pair, count in pair_counts.items() if allowed(pair)]
    heapq.heapify(heap)
    merges: list[Merge] = []
    while heap and len(merges) < limit:
        negative, pair = heapq.heappop(heap)
        current = pair_counts[pair]
        if current < 2:
            continue
        if -negative != current:  # stale: its count has changed since
            heapq.heappush(heap, (-current, pair))
            continue
        merges.append(pair)
        changed: set[Merge] = set()
        for index in list(places[pair]):
            old = pieces_of[index]
            new = _merge_pair(old, pair)
            if len(new) == len(old):
                continue
            for neighbour in zip(old, old[1:]):
                pair_counts[neighbour] -= counts[index]
            for neighbour in zip(new, new[1:]):
                pair_counts[neighbour] += counts[index]
                places[neighbour].add(index)
                changed.add(neighbour)
            pieces_of[index] = new
        del places[pair]
        for neighbour in changed:
            if allowed(neighbour):
                heapq.heappush(heap, (-pair_counts[neighbour], neighbour))
    return merges


def _merge_pair(pieces: list[str], pair: Merge) -> list[str]:
    result: list[str] = []
    index = 0
    while index < len(pieces):
        if index + 1 < len(pieces) and (pieces[index], pieces[index + 1]) == pair:
            result.append(pieces[index] + pieces[index + 1])
            index += 2
        else:
            result.append(pieces[index])
            index += 1
    return result


def forced_words() -> list[str]:
    """What must come out as one token."""
    blank = [f" {word}" for word in (*KEYWORDS, *FUNCTION_WORDS) if "_" not in word]
    bare = [word for word in (*KEYWORDS, *FUNCTION_WORDS, *OPENERS) if "_" not in word]
    return [*bare, *TYPE_MARKERS, *blank, *(f":{marker}" for marker in TYPE_MARKERS)]


def _forced_merges(learned: Sequence[Merge]) -> list[Merge]:
    """First whole chains for the bare words, then, at the lowest ranks, each word with its sign in front."""
    ranks = {pair: rank for rank, pair in enumerate(learned)}
    forced: list[Merge] = []
    for word in forced_words():
        pieces = apply_merges(byte_level(word), ranks)
        while len(pieces) > 1:
            if pieces[0] in ("Ġ", ":"):  # the word itself is one token by now
                assert len(pieces) == 2, f"{word}: {pieces}"
            # `ss` first: `le` + `s` would spoil the plurals of words in `le`
            pair = ("s", "s") if pieces[-2:] == ["s", "s"] else (pieces[0], pieces[1])
            ranks[pair] = len(ranks)
            forced.append(pair)
            pieces = apply_merges(byte_level(word), ranks)
    return forced
