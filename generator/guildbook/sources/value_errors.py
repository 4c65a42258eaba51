"""Faults inside a value: its quotes, its colons, and the signs that it cannot begin with."""

from guildbook.i18n import N_
from guildbook.problems import Problem
from guildbook.sources.fault import OUT_OF_PLACE, Fault
from guildbook.sources.quoting import Advice, in_quotes, indent, quote_the_value, show_quoted, text_in_brackets, value_start

_CURLY = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\xab\xbb"
_NEVER_FIRST = (
    "cannot start any token",
    "block sequence entries are not allowed",
    "mapping keys are not allowed",
    "expected node content",
)
_BEGAN_BEFORE = ("scanning an alias", "scanning an anchor", "tag")
_CLOSE_WITH = {"{": "}", "[": "]"}


def open_quote(fault: Fault) -> Problem | None:
    """`"` that is never closed: libyaml reports the end of the file, a person looks for the beginning."""
    if not (fault.says("unexpected end of stream", "unexpected document indicator") and fault.says("quoted scalar")):
        return None
    line = fault.text.row(fault.from_row)
    fix, example = N_("Put a second {quote} at the end of the text."), ""
    if value_start(line) == fault.from_column:
        example = in_quotes(line[fault.from_column :].strip())
    if example:
        fix = N_("Put a second {quote} at the end of the text. If this one belongs to the text, write {example}")
    return fault.problem(
        (fault.from_row, fault.from_column),
        "yaml-quote",
        N_("The quote that opens here is never closed."),
        fix,
        quote=line[fault.from_column],
        example=example,
    )


def late_quote(fault: Fault) -> Problem | None:
    """A quote that is closed by the next one in the file, lines below."""
    if getattr(fault.last, "style", None) not in ('"', "'"):
        return None
    start, end = fault.last.start_mark, fault.last.end_mark
    if start.line == end.line or end.line != fault.row or fault.line[end.column : fault.column].strip():
        return None
    return fault.problem(
        (start.line, start.column),
        "yaml-quote",
        N_("The quote that opens here is closed only on line {line}, and more text follows there."),
        N_("Put a second {quote} at the end of the text that it opens."),
        line=end.line + 1,
        quote=fault.last.style,
    )


def after_a_quote(fault: Fault) -> Problem | None:
    """`'it's'` and `"Be kind" is our rule`: text after a closing quote."""
    before = fault.line[: fault.column].rstrip()
    start = max(value_start(fault.line), indent(fault.line))
    quote, value = before[-1:], fault.line[start:].strip()
    if fault.says("scanning") or quote not in ('"', "'") or not value.startswith(quote):
        return None
    is_apostrophe = quote == "'" and fault.column == len(before) and value.endswith("'") and len(value) > 1
    return fault.problem(
        (fault.row, fault.column),
        "yaml-quote",
        N_("The text in quotes ends before this, and more text follows."),
        show_quoted(value[1:-1] if is_apostrophe else value),
    )


def backslash(fault: Fault) -> Problem | None:
    r"""`"C:\path"`: a backslash means something else between double quotes."""
    if not fault.says("escape", "hexdecimal"):
        return None
    column = max(fault.line.rfind("\\", 0, fault.column + 1), 0)
    value = fault.line[fault.from_column :].strip()
    advice: Advice = (N_("Write two backslashes instead of one."), {})
    if fault.from_row == fault.row and value.endswith('"') and value_start(fault.line) == fault.from_column:
        advice = show_quoted(value[1:-1])
    return fault.problem(
        (fault.row, column), "yaml-backslash", N_("Between double quotes, YAML reads a backslash as a command."), advice
    )


def colon_in_a_value(fault: Fault) -> Problem | None:
    """`Be kind: always`, with or without curly quotes."""
    start = value_start(fault.line)
    if not fault.says("mapping values are not allowed") or not 0 <= start <= fault.column:
        return None
    value = fault.line[start:].strip()
    if value[0] in _CURLY:
        return fault.problem(
            (fault.row, start),
            "yaml-curly-quote",
            N_("This is a curly quote, which YAML reads as a letter; only straight quotes hold a text together."),
            show_quoted(value.strip(_CURLY)),
        )
    return fault.problem(
        (fault.row, fault.column),
        "yaml-colon",
        N_("A colon with a blank after it stands inside a text, and YAML takes it for the colon after a key."),
        quote_the_value(fault.text, fault.row, start),
    )


def long_key(fault: Fault) -> Problem | None:
    """YAML looks for a key's colon in the first 1,024 characters only."""
    if not fault.says("mapping values are not allowed") or fault.column < 1024:
        return None
    return fault.problem(
        (fault.row, 0),
        "yaml-key",
        N_("What stands before the colon is too long for a key."),
        N_("Put double quotes round the text."),
    )


def dash(fault: Fault) -> Problem | None:
    """`label: - No spam`: a list that begins on its key's line, or a text that begins with a dash."""
    if not fault.says("block sequence entries are not allowed"):
        return None
    return fault.problem(
        (fault.row, fault.column),
        "yaml-start",
        N_("A dash with a blank after it begins a list item, and that has to stand on a line of its own."),
        N_("Put each item on its own line below the key, two blanks further in. If it is text, put double quotes round it."),
    )


def bad_opening(fault: Fault) -> Problem | None:
    """A sign that YAML keeps for itself at the beginning of a value."""
    began_before = fault.says(*_BEGAN_BEFORE)
    if not began_before and not fault.says(*_NEVER_FIRST):
        return None
    row, column = (fault.from_row, fault.from_column) if began_before else (fault.row, fault.column)
    sign = fault.text.row(row)[column : column + 1]
    if not sign:
        return None
    return fault.problem(
        (row, column),
        "yaml-start",
        N_("A text cannot begin with {sign} here: YAML keeps that sign for itself."),
        quote_the_value(fault.text, row, column),
        sign=sign,
    )


def block_header(fault: Fault) -> Problem | None:
    """`> text` and `|text|`: something stands behind the sign that announces a text on the lines below."""
    if not fault.says("scanning a block scalar") or fault.says("tab"):
        return None
    line = fault.text.row(fault.from_row)
    return fault.problem(
        (fault.from_row, fault.from_column),
        "yaml-start",
        N_("After {sign} YAML expects the text on the lines below, not on this one."),
        N_("Put the text on the next line, two blanks further in. If {sign} belongs to it, put double quotes round all of it."),
        sign=line[fault.from_column],
    )


def bracket(fault: Fault) -> Problem | None:
    """`[` or `{` that is not closed, or holds something other than items with commas between them."""
    if fault.says("flow") and fault.row >= len(fault.text.lines):
        return _open_at_the_end(fault)
    if not fault.says("',' or '}'", "',' or ']'"):
        return None
    line = fault.text.row(fault.from_row)
    sign = line[fault.from_column]
    if fault.from_row == fault.row:
        sentence = N_("A comma is missing here, or what stands here does not belong between {sign} and {close}.")
        path = fault.row, fault.column
    else:
        sentence, path = N_("The {sign} that opens here is not closed with {close}."), (fault.from_row, fault.from_column)
    fix = N_("Write {close} where the list ends. If it is no list but text, put double quotes round all of it.")
    return fault.problem(path, "yaml-bracket", sentence, fix, sign=sign, close=_CLOSE_WITH[sign])


def _open_at_the_end(fault: Fault) -> Problem:
    mark = fault.last.start_mark
    return fault.problem(
        (mark.line, mark.column),
        "yaml-bracket",
        N_("The file ends before the bracket that opens here or further up is closed."),
        N_("Write the closing bracket. If it is text, put double quotes round all of it."),
    )


def after_a_bracket(fault: Fault) -> Problem | None:
    """`{member} hello` and `[Name] must`: a text that begins with a bracket."""
    start = max(value_start(fault.line), indent(fault.line))
    sign, before = fault.line[start : start + 1], fault.line[: fault.column].rstrip()
    if not fault.says(*OUT_OF_PLACE) or sign not in _CLOSE_WITH or before[-1:] not in ("}", "]"):
        return None
    return text_in_brackets(fault.text, fault.row, start)
