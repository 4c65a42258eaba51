"""Has a text swallowed a key: a line that was moved in by a step and so became part of the text above it?"""

import re
from collections.abc import Iterator

from guildbook.i18n import N_
from guildbook.load import SourceMap
from guildbook.model import Book, Leaf, Leaves, TextForm, enclosing_parts, fields
from guildbook.problems import Problem

STAFF_KEY = "for_moderators"
"""The one key that changes who may read what stands below it: as a line of a text it is refused everywhere."""

_KEY_LINE = re.compile(r"[ \t]*(?:- )?([a-z_]+):(?:[ \t]|$)")
_FENCE = re.compile(r"[ \t]*(```|~~~)")


def swallowed_key(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """A line of a text is, letter for letter, a key that could stand beside it.

    Where a line such as `for_moderators:` is moved in by one step below a text that begins with `|`, YAML takes it, and all
    that follows, for part of that text. Nobody notices, and members read what was meant for the team.
    """
    for leaf in texts:
        if (
            isinstance(leaf.marker, TextForm)
            and "\n" in leaf.value
            and _is_block(leaf, source_map)
            and (key := _find_key(leaf))
        ):
            sentence = N_("“{key}:” has become part of the text above it, because it stands too far in.")
            fix = N_(
                "Move this line, and those that belong to it, out to the column of “{field}:”. If it is meant as text, "
                "begin it with a capital letter."
            )
            values = {"key": key, "field": _field_name(leaf.path)}
            yield Problem(source_map.word_at(leaf.path, f"{key}:"), "swallowed-key", sentence, fix, values, leaf.path)


def _is_block(leaf: Leaf, source_map: SourceMap) -> bool:
    """True for a text on lines of its own below a `|` or `>`: between quotes, every line was meant."""
    at = source_map.value_at(leaf.path)
    lines = source_map.lines.get(at.file, ())
    return at.line <= len(lines) and lines[at.line - 1][at.column - 1 : at.column] in ("|", ">")


def _find_key(leaf: Leaf) -> str:
    """The first line of a text that is a key, outside a fenced block of code; empty where there is none."""
    fence = ""
    for line in str(leaf.value).splitlines():
        if found := _FENCE.match(line):
            fence = "" if fence == found[1] else fence or found[1]
        key = _KEY_LINE.match(line)
        if key and (key[1] == STAFF_KEY or (not fence and key[1] in _keys_near(leaf.path))):
            return key[1]
    return ""


def _keys_near(path: str) -> set[str]:
    """The keys that may stand in the part that a path leads into, or in the one around it."""
    return {field.key for part in enclosing_parts(Book, path)[:2] for field in fields(part)}


def _field_name(path: str) -> str:
    return next(step for step in reversed(path.split("/")) if not step.isdigit())
