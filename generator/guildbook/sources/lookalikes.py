"""Characters that look like YAML's own and are not: no-break blanks and full-width colons, as chat apps type them."""

import re

from guildbook.i18n import N_
from guildbook.problems import Problem
from guildbook.sources.events import Event
from guildbook.sources.text import SourceText

_BLANKS = "\u00a0\u2007\u202f\u3000"
_COLON = "\uff1a"
_LOOKALIKE_KEY = re.compile(rf"[ ]*(?:- +)*[A-Za-z][\w-]*(?:([{_BLANKS}]*{_COLON})|([{_BLANKS}]+:|:[{_BLANKS}]))")
_ANY_LOOKALIKE_KEY = re.compile(rf"[ ]*(?:- +)*[\w-]+(?:({_COLON})|:[{_BLANKS}])")
_DASH = re.compile(rf"[ ]*-[{_BLANKS}]")
_LEADING = re.compile(rf"[ -]*[{_BLANKS}]")
_WINDOW = 64


def lookalike_before_text(text: SourceText, row: int, column: int) -> Problem | None:
    """A value that stands where a key or a dash could, and was probably meant as one."""
    line = text.row(row)
    if line[max(0, column - _WINDOW) : column].strip(" -"):
        return None
    return _first(text, row, _LOOKALIKE_KEY.match(line, column), _DASH.match(line, column))


def lookalike_in_key(text: SourceText, event: Event) -> Problem | None:
    """A key that holds a full-width colon, or a no-break blank at one of its ends."""
    start, end, key = event.start_mark, event.end_mark, event.value
    if _COLON in key:
        return _colon(text, start.line, max(text.row(start.line).find(_COLON, start.column), start.column))
    if key[0] in _BLANKS:
        return _blank(text, start.line, start.column)
    return _blank(text, end.line, end.column - 1) if key[-1] in _BLANKS else None


def lookalike_in_line(text: SourceText, row: int) -> Problem | None:
    """For a line that YAML could not read."""
    line = text.row(row)
    if line.isascii():
        return None
    return _first(text, row, *(shape.match(line) for shape in (_LEADING, _DASH, _LOOKALIKE_KEY, _ANY_LOOKALIKE_KEY)))


def _first(text: SourceText, row: int, *found: re.Match[str] | None) -> Problem | None:
    for match in filter(None, found):
        last = match.end() - 1
        if match[0][-1] == ":":
            last -= 1
        return _colon(text, row, last) if text.row(row)[last] == _COLON else _blank(text, row, last)
    return None


def _blank(text: SourceText, row: int, column: int) -> Problem:
    return Problem(
        text.at(row, column),
        "yaml-blank",
        N_("A special blank ({code}) stands here. It looks like a blank, but YAML does not read it as one."),
        N_("Type an ordinary blank with the space bar instead. If the line is text, put double quotes round it."),
        {"code": f"U+{ord(text.row(row)[column]):04X}"},
    )


def _colon(text: SourceText, row: int, column: int) -> Problem:
    return Problem(
        text.at(row, column),
        "yaml-colon-wide",
        N_("A wide colon ({code}) stands here, and YAML does not read it as a colon."),
        N_("Type an ordinary colon and a blank instead. If the line is text, put double quotes round it."),
        {"code": f"U+{ord(_COLON):04X}"},
    )
