"""Is a text for moderators in what everybody may read? The last look before anything is published."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from guildbook.i18n import N_
from guildbook.leak_check.decodings import read_words
from guildbook.leak_check.secrets import Secrets, find_secrets, public_words
from guildbook.model import Book, Leaf
from guildbook.problems import Position, Problem

__all__ = ["find_leaks"]

_OF_THE_THEME = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
PRIVATE_KEY = b"for_moderators:"
"""Where this stands in a public file, a text has swallowed the key and all that was meant to be below it."""


def find_leaks(
    files: Mapping[str, bytes],
    book: Book,
    planned: Callable[[], Iterable[bytes]] = tuple,
    positions: Mapping[str, Position] | None = None,
) -> Iterator[Problem]:
    """A problem for every text of which public files hold words in a row, and that is not theirs to show.

    Letter case, marks, markup and the usual encodings do not hide it. What also stands in a text for members, or on one of the
    `planned` pages, is no secret: these are made without any text for moderators, and only when they are asked for.
    `positions` says where texts are written, by their path through the book.
    """
    secrets = find_secrets(book)
    found = list(_search(files, secrets))
    if found:  # only then is it worth while to know all that is public
        planned_words = (words for data in planned() for words in read_words(data))
        found = list(_search(files, secrets.without([*public_words(book), *planned_words])))
    for name, leaf in found:
        yield _leak_problem(name, leaf, (positions or {}).get(leaf.path))
    yield from (_key_problem(name) for name, data in files.items() if PRIVATE_KEY in data)


def _search(files: Mapping[str, bytes], secrets: Secrets) -> Iterator[tuple[str, Leaf]]:
    """Every file with each text for moderators that words of it come from, the theme's own files left out."""
    for name, data in files.items():
        if not name.startswith(_OF_THE_THEME):
            runs = {run for words in read_words(data) for run in secrets.find_in(words)}
            leaves = {secrets.runs[run].path: secrets.runs[run] for run in sorted(runs)}
            yield from ((name, leaf) for leaf in leaves.values())


def _leak_problem(name: str, leaf: Leaf, at: Position | None) -> Problem:
    fix = N_(
        "Nothing was published. Take it out of the template, theme part or file that brings it here; or, if everybody may read "
        "it, write it into a text for members too."
    )
    position = Position(f"site/members/{name}")
    if at is None:
        sentence = N_("The member site would hold a text that is for moderators only: {path}.")
        return Problem(position, "leak", sentence, fix, {"path": leaf.path}, leaf.path)
    sentence = N_("The member site would hold a text that is for moderators only: {path}, written in {file}, line {line}.")
    return Problem(position, "leak", sentence, fix, {"path": leaf.path, "file": at.file, "line": at.line}, leaf.path)


def _key_problem(name: str) -> Problem:
    sentence = N_("The member site would show the words “for_moderators:”.")
    fix = N_("Nothing was published. Find the line in your playbook that stands too far in, and move it out to its column.")
    return Problem(Position(f"site/members/{name}"), "leak", sentence, fix)
