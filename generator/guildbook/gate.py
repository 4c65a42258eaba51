"""Is a text for moderators in the files of the member site? The last look before anything is published."""

import gzip
import html
import json
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from guildbook import prose
from guildbook.model import Book, Leaf, Text, leaves
from guildbook.problems import Position, Problem
from guildbook.words import N_

ENOUGH_WORDS = 3
ENOUGH_LETTERS = 15
"""Shorter texts ("post it again") stand on many pages by chance and would stop builds that are well."""

_OF_THE_THEME = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
_TAG = re.compile(r"<[^>]*>")
_UNBROKEN = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_UNBROKEN}]|[^\W_{_UNBROKEN}]+")
"""A word; in scripts that write no blanks between words (Thai, Burmese, Khmer, Japanese, Chinese), a letter."""


def leaks(files: Mapping[str, bytes], book: Book) -> Iterator[Problem]:
    """A problem for every text for moderators that the files of the member site hold; letter case and markup do not hide it."""
    public = " ".join(words for leaf in leaves(book) if leaf.audience == "members" for words in _said(leaf))
    staff = [(words, leaf) for leaf in leaves(book) if leaf.audience == "moderators" for words in _said(leaf)]
    secret = [(words, set(words.split()), leaf) for words, leaf in staff if _is_enough(words) and words not in public]
    for name, data in files.items():
        if name.startswith(_OF_THE_THEME):
            continue
        told: dict[str, Leaf] = {}
        for shown in _readings(_text(name, data)):
            known = set(shown.split())
            told |= {leaf.place: leaf for words, distinct, leaf in secret if distinct <= known and words in shown}
        yield from (_leak(name, leaf) for leaf in told.values())


def _said(leaf: Leaf) -> set[str]:
    """The words of a text as they are written and, for prose, as they are read: without the addresses of links."""
    written = str(leaf.value)
    read = html.unescape(_TAG.sub("", prose.to_html(written, str))) if leaf.marker == Text("prose") else written
    return {_words(written), _words(read)}


def _is_enough(words: str) -> bool:
    return len(words) >= ENOUGH_LETTERS and words.count(" ") + 1 >= ENOUGH_WORDS


def _text(name: str, data: bytes) -> str:
    return (gzip.decompress(data) if name.endswith(".gz") else data).decode(errors="replace")


def _readings(text: str) -> set[str]:
    """The words of a file as a reader or a program may get them: escapes resolved, tags a blank, nothing, or words."""
    decoded = {text, _from_json(text), unquote(text)}
    unescaped = decoded | {html.unescape(one) for one in decoded}
    return {_words(html.unescape(shown)) for one in unescaped for shown in (_TAG.sub(" ", one), _TAG.sub("", one), one)}


def _from_json(text: str) -> str:
    text = re.sub(r"(?:\\u[0-9a-fA-F]{4})+", lambda codes: json.loads(f'"{codes[0]}"'), text)
    return re.sub(r"\\[bfnrt]", " ", text)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _leak(name: str, leaf: Leaf) -> Problem:
    sentence = N_("The member site would hold a text that is for moderators only: {place}.")
    fix = N_("Nothing was published. This is a mistake of Guildbook's or of a template of yours: do not copy the file.")
    return Problem(Position(f"site/members/{name}"), "leak", sentence, fix, {"place": leaf.place}, leaf.place)
