"""Faults of a line's place and shape: tabs, steps inwards, list items, keys without a colon."""

import re

from guildbook.i18n import N_
from guildbook.problems import Problem
from guildbook.sources.fault import FAR, OUT_OF_PLACE, Fault
from guildbook.sources.lookalikes import lookalike_in_line
from guildbook.sources.quoting import indent, key_of, lead, value_start
from guildbook.sources.text import SourceText

_GLUED = re.compile(r" *(?:- +)*[\w-]+(:)(?!//)\S")


def tab(fault: Fault) -> Problem | None:
    """A tab where YAML counts blanks."""
    column = fault.line.find("\t", fault.column)
    if not fault.says("tab character") and column != fault.column:
        return None
    if fault.line[:column].strip():
        sentence, fix = N_("A tab stands where YAML needs a blank."), N_("Use a blank instead.")
    else:
        sentence, fix = N_("A tab stands at the start of this line."), N_("Use blanks instead: two for each step inwards.")
    return fault.problem((fault.row, column), "yaml-tab", sentence, fix)


def directive(fault: Fault) -> Problem | None:
    """A line that begins with %."""
    row = fault.from_row if fault.text.row(fault.from_row).startswith("%") else fault.row
    if not fault.text.row(row).startswith("%"):
        return None
    return fault.problem(
        (row, 0),
        "yaml-directive",
        N_("A line that begins with % is an instruction to YAML, which a playbook has no use for."),
        N_("Take the line out. If it is text, move it two blanks further in than its key."),
    )


def lookalike(fault: Fault) -> Problem | None:
    """A no-break blank or a wide colon on the line, or on the one above that then is no key."""
    return lookalike_in_line(fault.text, fault.suspect) or lookalike_in_line(fault.text, fault.above(fault.suspect))


def glued(fault: Fault) -> Problem | None:
    """`label:No spam`: no blank after the colon."""
    return glued_in_line(fault.text, fault.suspect) or glued_in_line(fault.text, _without_colon(fault))


def glued_in_line(text: SourceText, row: int) -> Problem | None:
    """A key that its value sticks to."""
    found = _GLUED.match(text.row(row))
    if not found:
        return None
    return Problem(
        text.at(row, found.start(1)),
        "yaml-colon",
        N_("A blank is missing after this colon."),
        N_("Write a blank after the colon."),
    )


def missing_colon(fault: Fault) -> Problem | None:
    """A line that should be a key and its value."""
    row = _without_colon(fault)
    if row < 0:
        return None
    line = fault.text.row(row)
    return fault.problem(
        (row, lead(line)),
        "yaml-key",
        N_("This line has no key, or no colon and blank after its key."),
        N_("Write a key, a colon and a blank before it. If it goes on with the text above, move it further in than that key."),
    )


def no_key(fault: Fault) -> Problem | None:
    """`: No spam`: a colon without a key."""
    if not fault.line.startswith(":", fault.column) or fault.says("mapping values are not allowed"):
        return None
    return fault.problem(
        (fault.row, fault.column),
        "yaml-key",
        N_("There is nothing before this colon."),
        N_("Write a key before it, or take it out."),
    )


def blanks_above(fault: Fault) -> Problem | None:
    """An empty line that is longer than the text below it: YAML measures the text by it."""
    above = fault.above(fault.row)
    between = range(above + 1, fault.row)
    rows = [row for row in between if fault.text.row(row).isspace() and len(fault.text.row(row)) > fault.column]
    if not rows or not fault.says(*OUT_OF_PLACE) or fault.text.row(above).rstrip()[-1:] not in ("|", ">", "-", "+"):
        return None
    return fault.problem(
        (rows[0], 0),
        "yaml-indent",
        N_("This line looks empty but holds blanks, more than the text below begins with."),
        N_("Delete the blanks on this line."),
    )


def further_in(fault: Fault) -> Problem | None:
    """A key that stands further in than the one above, which has a value already."""
    head = _head(fault)
    if not fault.says("mapping values are not allowed") or head < 0:
        return None
    above = fault.text.row(head)
    values: dict[str, object] = {"key": key_of(above), "column": lead(above) + 1}
    fix = N_("If this is a key, begin it in column {column} like {key}. If it is text, put quotes round the whole text.")
    if not values["key"]:
        fix = N_("If this is a key, the list item above needs a key too. If it is text, put quotes round the whole text.")
    return fault.problem(
        (fault.row, indent(fault.line)),
        "yaml-indent",
        N_("This line stands further in than the text above it, so YAML takes it for a part of that text."),
        (fix, values),
    )


def misplaced(fault: Fault) -> Problem | None:
    """A line that begins in a column where nothing above it begins, or an item among keys, or a key among items."""
    if not fault.says(*OUT_OF_PLACE) or fault.line[: fault.column].strip(" -"):
        return None
    is_item = fault.line.startswith("-", fault.column)
    columns = _open_columns(fault)
    values: dict[str, object] = {"column": fault.column + 1, "columns": ", ".join(map(str, columns))}
    if fault.column + 1 not in columns:
        sentence = N_("This line begins in column {column}, where no line that it could belong to begins.")
        fix = N_("Begin it exactly under the line it belongs with; the lines above begin in these columns: {columns}.")
    elif is_item:
        sentence = N_("A list item stands here, among keys.")
        fix = N_("Put it under a key of its own, two blanks further in, or take the dash out.")
    else:
        sentence = N_("This line is no list item, but the lines above it in this column are.")
        fix = N_("Begin it with a dash and a blank, or move it to the column of the key that it belongs to.")
    return fault.problem((fault.row, fault.column), "yaml-indent", sentence, (fix, values))


def _open_columns(fault: Fault) -> list[int]:
    """The columns in which the lines above begin, as far as this line could still belong to them."""
    columns: set[int] = set()
    row, lowest = fault.above(fault.row), len(fault.line) + 10_000
    while row >= 0 and lowest > 0:
        line = fault.text.row(row)
        if indent(line) < lowest:
            columns |= {column + 1 for column in (indent(line), lead(line)) if column < lowest}
            lowest = indent(line)
        row = fault.above(row)
    return sorted(columns)


def _without_colon(fault: Fault) -> int:
    """The row that should have had a key with a colon, or -1."""
    if fault.says("could not find expected ':'"):
        return fault.from_row
    if not fault.says("mapping values are not allowed") or _head(fault) >= 0:
        return -1
    rows = _rows_up_to_key(fault)
    return rows[0] if rows else -1


def _head(fault: Fault) -> int:
    """The row above on which the text begins that this line was taken into: a key with its value, or a list item; or -1."""
    rows = _rows_up_to_key(fault)
    head = fault.above(rows[0] if rows else fault.row)
    return head if head >= 0 and value_start(fault.text.row(head)) >= 0 else -1


def _rows_up_to_key(fault: Fault) -> list[int]:
    """The rows right above that have neither key nor dash, from the top."""
    rows: list[int] = []
    row = fault.above(fault.row)
    while row >= 0 and len(rows) < FAR and not _has_key_or_dash(fault.text.row(row)):
        rows.append(row)
        row = fault.above(row)
    return rows[::-1]


def _has_key_or_dash(line: str) -> bool:
    return value_start(line) >= 0 or line.rstrip().endswith(":")
