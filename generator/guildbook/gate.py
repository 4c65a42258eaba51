"""Is a text for moderators in the files of the member site? The last look before anything is published."""

import html
import json
import re
from collections.abc import Iterator, Mapping

from guildbook.model import Book, Leaf, leaves
from guildbook.problems import Position, Problem
from guildbook.words import N_

ENOUGH_WORDS = 3
ENOUGH_LETTERS = 15
"""Shorter texts ("post it again") stand on many pages by chance and would stop builds that are well."""

_OF_THE_THEME = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
_TEXT_FILES = (".html", ".json", ".xml", ".txt", ".md", ".js", ".css", ".svg", ".webmanifest")


def leaks(files: Mapping[str, bytes], book: Book) -> Iterator[Problem]:
    """A problem for every text for moderators in the files of the member site; case, marks and markup do not hide it."""
    public = " ".join(_words(str(leaf.value)) for leaf in leaves(book) if leaf.audience == "members")
    secret = {
        words: leaf for leaf in leaves(book) if _is_secret(leaf, words := _words(str(leaf.value))) and words not in public
    }
    for name, data in files.items():
        if name.startswith(_OF_THE_THEME) or not name.endswith(_TEXT_FILES):
            continue
        shown = _words(_readable(data.decode(errors="replace")))
        yield from (_leak(name, leaf) for words, leaf in secret.items() if words in shown)


def _is_secret(leaf: Leaf, words: str) -> bool:
    return leaf.audience == "moderators" and len(words) >= ENOUGH_LETTERS and words.count(" ") + 1 >= ENOUGH_WORDS


def _readable(text: str) -> str:
    """A file's text as a reader or a program gets it: without tags, with references and escapes resolved."""
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: json.loads(f'"\\u{code[1]}"'), text)
    return html.unescape(re.sub(r"<[^>]*>", " ", html.unescape(text)).replace("\\n", " "))


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _leak(name: str, leaf: Leaf) -> Problem:
    sentence = N_("The member site would hold a text that is for moderators only: {place}.")
    fix = N_(
        "Nothing was published. This is a mistake of Guildbook's or of a template of yours: do not copy the file anywhere."
    )
    return Problem(Position(f"site/members/{name}"), "leak", sentence, fix, {"place": leaf.place}, leaf.place)
