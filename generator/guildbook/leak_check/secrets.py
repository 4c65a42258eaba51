"""The texts that only moderators may read, known by the words that stand in a row in them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from guildbook import prose
from guildbook.leak_check.decodings import UNBROKEN, split_words, strip_tags
from guildbook.model import PROSE, Book, Leaf, TextForm, iter_leaves, open_view

MIN_SECRET_WORDS = 3
MIN_SECRET_LETTERS = 15
"""Shorter texts ("post it again") stand on many pages by chance and would stop builds that are well."""

RUN_WEIGHT = 8.0
"""Words in a row that do not stand in two texts by chance."""

UNBROKEN_WEIGHT = 0.4
"""What a letter of a script without blanks between words weighs: a word has two or three of them."""

_UNBROKEN_LETTER = re.compile(f"[{UNBROKEN}]")
_ADDRESS = re.compile(r"\]\([^)\s]*\)|<?\b(?:https?|mailto|tel):[^\s<>)\]]*>?")
"""The address of a link: no words of anybody's."""

Run = tuple[str, ...]
"""Words in a row."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """The runs of words by which texts for moderators are known, and the text that each comes from."""

    runs: Mapping[Run, Leaf]
    lengths: Mapping[str, Collection[int]] = field(default_factory=dict)

    def find_in(self, words: Sequence[str]) -> Iterator[Run]:
        """The runs that stand among some words."""
        for start, word in enumerate(words):
            for length in self.lengths.get(word, ()):
                if (run := tuple(words[start : start + length])) in self.runs:
                    yield run

    def without(self, public: Iterable[Sequence[str]]) -> "Secrets":
        """The same, less the runs that also stand among public words."""
        known = {run for words in public for run in self.find_in(words)}
        return Secrets({run: leaf for run, leaf in self.runs.items() if run not in known}, self.lengths)


def find_secrets(book: Book) -> Secrets:
    """The secrets of a book: every text for moderators that no open part of it (`handbook: public`) shows."""
    open_paths = {leaf.path for leaf in iter_leaves(open_view(book))}
    hidden = [leaf for leaf in iter_leaves(book) if isinstance(leaf.marker, TextForm) and leaf.path not in open_paths]
    runs = {run: leaf for leaf in hidden for words in _word_forms(leaf) for run in _split_runs(words)}
    lengths: dict[str, set[int]] = {}
    for run in runs:
        lengths.setdefault(run[0], set()).add(len(run))
    return Secrets(runs, lengths)


def public_words(book: Book) -> Iterator[list[str]]:
    """The words of every text that the book shows to everybody, text by text."""
    yield from (split_words(str(leaf.value)) for leaf in iter_leaves(open_view(book)))


def _word_forms(leaf: Leaf) -> Iterator[list[str]]:
    """The words of a text, as they are written and, for prose, as they are read; addresses end what stands before them."""
    written = str(leaf.value)
    yield from (split_words(part) for part in _ADDRESS.split(written))
    if leaf.marker is PROSE:
        yield from (split_words(part) for part in _ADDRESS.split(strip_tags(prose.to_html(written, str))))


def _split_runs(words: Sequence[str]) -> Iterator[Run]:
    """The runs by which a text is known: the whole of a short one, every eight words of a longer one."""
    weights = [UNBROKEN_WEIGHT if _UNBROKEN_LETTER.match(word) else 1.0 for word in words]
    total = sum(weights)
    if total < RUN_WEIGHT:
        if total >= MIN_SECRET_WORDS and len(" ".join(words)) >= MIN_SECRET_LETTERS:
            yield tuple(words)
        return
    end, weight = 0, 0.0
    for start in range(len(words)):
        while weight < RUN_WEIGHT and end < len(words):
            weight += weights[end]
            end += 1
        if weight < RUN_WEIGHT - 1e-6:
            return
        yield tuple(words[start:end])
        weight -= weights[start]
