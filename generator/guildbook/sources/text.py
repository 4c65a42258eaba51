"""From bytes to text: size, encoding, line ends and characters that nobody can see."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from guildbook.i18n import N_
from guildbook.problems import Position, Problem

MAX_SOURCE_BYTES = 1_000_000
MAX_TOLD = 100

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_LINE_ENDS = ("\r\n", "\r", "\x85", "\u2028", "\u2029")
_ENCODING_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SAVE_AS = N_("Open it in your editor and save it again with the encoding UTF-8.")


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's text with every line end as LF. Rows and columns count from 0 here, and from 1 once `at` has made a Position."""

    file: str
    body: str = ""
    lines: tuple[str, ...] = ()

    def at(self, row: int, column: int = 0, length: int = 1) -> Position:
        """A Position that points into the file, or at the line after its last one."""
        row = min(row, len(self.lines))
        column = min(column, len(self.row(row)))
        return Position(self.file, row + 1, column + 1, max(1, length))

    def row(self, row: int) -> str:
        """A line; empty outside the file."""
        return self.lines[row] if 0 <= row < len(self.lines) else ""


def decode(file: str, data: bytes) -> tuple[SourceText, list[Problem]]:
    """The text of a file; with a problem in the list it is for showing only, not for reading on."""
    if len(data) > MAX_SOURCE_BYTES:
        return SourceText(file), [_too_big(file)]
    body, problems = decode_utf8(file, data)
    text = _text(file, body)
    return text, problems or list(islice(_unseen(text), MAX_TOLD))


def decode_utf8(file: str, data: bytes) -> tuple[str, list[Problem]]:
    """The characters of a file, line ends and all; with a problem in the list they are for showing only, if there are any."""
    if encoding := _other_encoding(data):
        return "", [_foreign(file, encoding)]
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return data.decode("utf-8", "replace"), [_not_utf8(file, data, error.start)]


def _text(file: str, body: str) -> SourceText:
    for end in _LINE_ENDS:
        body = body.replace(end, "\n")
    return SourceText(file, body, tuple(body.removesuffix("\n").split("\n")) if body else ())


def _other_encoding(data: bytes) -> str:
    for mark, name in _ENCODING_MARKS:
        if data.startswith(mark):
            return name
    if len(data) >= 4 and data[:4].count(0) == 3:
        return "UTF-32"
    if len(data) >= 2 and not (any(data[:64:2]) and any(data[1:64:2])):
        return "UTF-16"
    return ""


def _too_big(file: str) -> Problem:
    return Problem(
        Position(file),
        "yaml-too-big",
        N_("This file is larger than {limit}; a file of a playbook is text that people write, and never that long."),
        N_("Divide it into several files, or take out what is not text."),
        {"limit": "1 MB"},
    )


def _foreign(file: str, encoding: str) -> Problem:
    return Problem(
        Position(file),
        "yaml-encoding",
        N_("This file is saved as {encoding}, and can only be read as UTF-8."),
        _SAVE_AS,
        {"encoding": encoding},
    )


def _not_utf8(file: str, data: bytes, start: int) -> Problem:
    before = _text(file, data[:start].decode("utf-8") + ".")
    row, column = len(before.lines) - 1, len(before.lines[-1]) - 1
    values: dict[str, object] = {"byte": f"0x{data[start]:02X}", "line": row + 1}
    if _is_cut_off(data[start:]):
        sentence, fix = N_("The file ends in the middle of a character."), N_("It was cut off. Get the whole file once more.")
    elif half := _half_character(data[start : start + 3]):
        values["half"] = half
        sentence = N_("Half of a character ({half}) stands here, on line {line}; UTF-8 does not allow that.")
        fix = N_("Delete it and type the character, often an emoji, once more.")
    else:
        sentence, fix = N_("This file is not UTF-8: byte {byte} on line {line}."), _SAVE_AS
    return Problem(Position(file, row + 1, column + 1), "yaml-encoding", sentence, fix, values)


def _is_cut_off(rest: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(rest)
    except UnicodeDecodeError:
        return False
    return True


def _half_character(three: bytes) -> str:
    try:
        return f"U+{ord(three.decode('utf-8', 'surrogatepass')):04X}"
    except (UnicodeDecodeError, TypeError):
        return ""


def _unseen(text: SourceText) -> Iterator[Problem]:
    if not _UNSEEN.search(text.body):
        return
    for row, line in enumerate(text.lines):
        for found in _UNSEEN.finditer(line):
            yield Problem(
                text.at(row, found.start()),
                "yaml-character",
                N_("A character that cannot be seen ({code}) stands on line {line}, column {column}."),
                N_("Delete it: put the cursor behind it and press the backspace key once, or type the line anew."),
                {"code": f"U+{ord(found[0]):04X}", "line": row + 1, "column": found.start() + 1},
            )
