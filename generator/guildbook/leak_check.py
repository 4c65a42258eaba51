"""Is a text for moderators in the files of the member site? The last look before anything is published."""

import gzip
import html
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from urllib.parse import unquote

from guildbook import prose
from guildbook.i18n import N_
from guildbook.model import PROSE, Book, Leaf, TextForm, iter_leaves, open_view
from guildbook.problems import Position, Problem

MIN_SECRET_WORDS = 3
MIN_SECRET_LETTERS = 15
"""Shorter texts ("post it again") stand on many pages by chance and would stop builds that are well."""

RUN = 8
"""Words in a row that do not stand in two texts by chance."""

_OF_THE_THEME = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
_HTML_TAG = re.compile(r"<[^>]*>")
_UNBROKEN = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_UNBROKEN}]|[^\W_{_UNBROKEN}]+")
"""A word; in scripts that write no blanks between words (Thai, Burmese, Khmer, Japanese, Chinese), a letter."""


def find_leaks(files: Mapping[str, bytes], book: Book) -> Iterator[Problem]:
    """A problem for every text of which the files of the member site hold words in a row, and that is not theirs to show.

    Letter case, marks and markup do not hide it. What also stands in a text for members is no secret.
    """
    public = tuple(iter_leaves(open_view(book)))
    paths = {leaf.path for leaf in public}
    hidden = [leaf for leaf in iter_leaves(book) if isinstance(leaf.marker, TextForm) and leaf.path not in paths]
    secret = {run: leaf for leaf in hidden for words in _word_forms(leaf) for run in _fingerprints(words)}
    begins = _by_first_word(secret)
    told = [_split_words(str(leaf.value)).split() for leaf in public]
    for run in {run for words in told for run in _find_runs(words, secret, begins)}:
        del secret[run]
    for name, data in files.items():
        if not name.startswith(_OF_THE_THEME):
            found = {run for words in _decodings(_decode_file(name, data)) for run in _find_runs(words.split(), secret, begins)}
            yield from (_leak_problem(name, leaf) for leaf in {secret[run].path: secret[run] for run in sorted(found)}.values())


Run = tuple[str, ...]
"""Words in a row."""


def _fingerprints(words: str) -> Iterator[Run]:
    """The runs by which a text is known: the whole of a short one, every eight words of a longer one."""
    if len(words) >= MIN_SECRET_LETTERS and words.count(" ") + 1 >= MIN_SECRET_WORDS:
        split = words.split()
        length = min(len(split), RUN)
        yield from (tuple(split[start : start + length]) for start in range(len(split) - length + 1))


def _by_first_word(runs: Iterable[Run]) -> dict[str, set[int]]:
    """How long the runs are that begin with a word."""
    lengths: dict[str, set[int]] = {}
    for run in runs:
        lengths.setdefault(run[0], set()).add(len(run))
    return lengths


def _find_runs(words: Sequence[str], wanted: Collection[Run], begins: Mapping[str, set[int]]) -> Iterator[Run]:
    """The wanted runs that stand among some words."""
    for start, word in enumerate(words):
        for length in begins.get(word, ()):
            if (run := tuple(words[start : start + length])) in wanted:
                yield run


def _word_forms(leaf: Leaf) -> set[str]:
    """The words of a text as they are written and, for prose, as they are read: without the addresses of links."""
    written = str(leaf.value)
    read = html.unescape(_HTML_TAG.sub("", prose.to_html(written, str))) if leaf.marker is PROSE else written
    return {_split_words(written), _split_words(read)}


def _decode_file(name: str, data: bytes) -> str:
    return (gzip.decompress(data) if name.endswith(".gz") else data).decode(errors="replace")


def _decodings(text: str) -> set[str]:
    """The words of a file as a reader or a program may get them: escapes resolved, tags a blank, nothing, or words."""
    decoded = {text, _from_json(text), unquote(text)}
    unescaped = decoded | {html.unescape(form) for form in decoded}
    return {
        _split_words(html.unescape(shown))
        for form in unescaped
        for shown in (_HTML_TAG.sub(" ", form), _HTML_TAG.sub("", form), form)
    }


def _from_json(text: str) -> str:
    text = re.sub(r"(?:\\u[0-9a-fA-F]{4})+", lambda codes: json.loads(f'"{codes[0]}"'), text)
    return re.sub(r"\\[bfnrt]", " ", text)


def _split_words(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _leak_problem(name: str, leaf: Leaf) -> Problem:
    sentence = N_("The member site would hold a text that is for moderators only: {place}.")
    fix = N_("Nothing was published. This is a mistake of Guildbook's or of a template of yours: do not copy the file.")
    return Problem(Position(f"site/members/{name}"), "leak", sentence, fix, {"place": leaf.path}, leaf.path)
