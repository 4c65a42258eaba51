"""What YAML can do and a playbook has no use for, in plain words: names for copying, instructions, keys that are no text."""

from guildbook.i18n import N_
from guildbook.problems import Position, Problem
from guildbook.sources.events import Event
from guildbook.sources.quoting import quote_the_value, text_in_brackets, value_start
from guildbook.sources.text import SourceText
from guildbook.sources.tree import Entry

_PROPERTIES = {
    "*": N_("A text cannot begin with * here: YAML takes what follows for the name of something to copy."),
    "&": N_("A text cannot begin with & here: YAML takes what follows for a name to remember."),
    "!": N_("A text cannot begin with ! here: YAML takes what follows for an instruction."),
}


def properties(text: SourceText, event: Event, at: Position) -> Problem:
    """`*bold`, `&Tea`, `!important`: an alias, an anchor, a tag; mostly a text that happens to begin so."""
    row, column = event.start_mark.line, event.start_mark.column
    sign = text.row(row)[column]
    fix, values = quote_the_value(text, row, column)
    return Problem(at, "yaml-special", _PROPERTIES[sign], fix, values)


def refuse_key(text: SourceText, event: Event, at: Position) -> Problem:
    """A key that is a list, a mapping, a text of several lines, an alias or the like."""
    row, column = event.start_mark.line, event.start_mark.column
    start = value_start(text.row(row))
    if 0 <= start <= column and not text.row(row)[start : column + 1].strip("{["):
        return text_in_brackets(text, row, start)
    return Problem(
        at,
        "yaml-key",
        N_("What stands before a colon has to be a plain name."),
        N_("Write a name there. If the line is text, put double quotes round it."),
    )


def missing_key(at: Position) -> Problem:
    """`: No spam`."""
    return Problem(
        at, "yaml-key", N_("There is nothing before this colon."), N_("Write a key before the colon, or take it out.")
    )


def question(at: Position) -> Problem:
    """`? label`: a key announced by a question mark."""
    return Problem(
        at, "yaml-key", N_("A key cannot begin with a question mark and a blank."), N_("Take the question mark out.")
    )


def refuse_merge_key(at: Position) -> Problem:
    """`<<: *other`."""
    return Problem(
        at,
        "yaml-special",
        N_("The sign << would copy keys from elsewhere, which is not done in a playbook."),
        N_("Write the keys out in full here."),
    )


def twice(second: Entry, first: Entry) -> Problem:
    """One key two times in one mapping."""
    return Problem(
        second.key_at,
        "yaml-duplicate-key",
        N_("The key {key} stands here a second time; the first is on line {line}."),
        N_("Keep one of the two, or give this one another name."),
        {"key": second.key, "line": first.key_at.line},
    )


def joined_item(text: SourceText, row: int) -> Problem:
    """A list item that YAML takes for the next line of the text above."""
    line = text.row(row)
    return Problem(
        text.at(row, len(line) - len(line.lstrip())),
        "yaml-indent",
        N_("This list item stands further in than what is above it, so YAML joins it to that text."),
        N_("Begin it in the column of the items above it. If it is text, put quotes round the whole text."),
    )


def refuse_directive(text: SourceText) -> Problem:
    """`%YAML 1.1` above the first line."""
    row = next((row for row, line in enumerate(text.lines) if line.startswith("%")), 0)
    return Problem(
        text.at(row),
        "yaml-directive",
        N_("A line that begins with % is an instruction to YAML, which a playbook has no use for."),
        N_("Take the line out, and the --- below it."),
    )


def second_document(text: SourceText, event: Event) -> Problem:
    """A second `---`, or `...`."""
    row = event.end_mark.line
    return Problem(
        text.at(row, 0, 3),
        "yaml-documents",
        N_("With {sign} YAML ends what stands above and begins anew; a file of a playbook is read as one piece."),
        N_("Take the line out. If it is text, move it two blanks further in than its key."),
        {"sign": text.row(row)[:3]},
    )


def too_much(last: Position, limit: int) -> Problem:
    """So much is wrong that reading on helps nobody."""
    return Problem(
        last,
        "yaml-too-many",
        N_("This file holds {limit} problems up to here, and was not read further."),
        N_("Mend these first; then you are told the rest."),
        {"limit": limit},
    )
