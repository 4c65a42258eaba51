"""How a line would have to be written so that YAML leaves its words alone."""

import re

from guildbook.i18n import N_
from guildbook.problems import Problem
from guildbook.sources.text import SourceText

Advice = tuple[str, dict[str, object]]
_LONGEST_EXAMPLE = 60
_OPENERS = tuple("\"'[{\u201c\u2018")
_LEAD = re.compile(r" *(?:- +)*")


def value_start(line: str) -> int:
    """The column where the value of a line begins: behind its first key, or behind its dash; -1 where it has neither."""
    start = lead(line)
    colon = -1 if line[start : start + 1] in _OPENERS else line.find(": ", start)
    if colon >= 0:
        return colon + 1 + indent(line[colon + 1 :])
    return start if "-" in line[:start] else -1


def key_of(line: str) -> str:
    """The key that a line begins with, for naming it; empty where it has none."""
    head, colon, rest = line.lstrip(" -").partition(":")
    return head.strip() if colon and rest[:1] in ("", " ") and len(head) <= _LONGEST_EXAMPLE else ""


def in_quotes(text: str) -> str:
    """The text between quotes that need no change inside, or nothing where no quotes can do that."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return f"'{text}'" if "'" not in text else ""


def quote_the_value(text: SourceText, row: int, start: int) -> Advice:
    """What to do about a value that has to stand in quotes."""
    line = text.row(row)
    value = line[start:].strip()
    if value_start(line) != start:
        return N_("If it is text, put double quotes round it."), {}
    return show_quoted(value, goes_on(text, row))


def text_in_brackets(text: SourceText, row: int, start: int) -> Problem:
    """`{member} hello`, `[Name] must`, `{{ x }}`: a text that begins with a bracket."""
    fix, values = quote_the_value(text, row, start)
    return Problem(
        text.at(row, start),
        "yaml-start",
        N_("A text cannot begin with {sign} here: YAML keeps that sign for itself."),
        fix,
        {"sign": text.row(row)[start], **values},
    )


def show_quoted(value: str, goes_on: bool = False) -> Advice:
    """What to do, shown with the owner's own words."""
    if len(value) > _LONGEST_EXAMPLE:
        value, goes_on = value[:_LONGEST_EXAMPLE].rsplit(" ", 1)[0], True
    quoted = in_quotes(f"{value} …" if goes_on else value)
    if not quoted:
        return N_("Write | and nothing else after the colon, and put the text on the next line, two blanks further in."), {}
    return N_("Put the whole value in quotes: {example}"), {"example": quoted}


def indent(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip(" "))


def lead(line: str) -> int:
    """How far in the first word of a line stands: behind blanks and the dashes of lists."""
    return _LEAD.match(line).end()  # type: ignore[union-attr]  # it matches nothing, too


def goes_on(text: SourceText, row: int) -> bool:
    """True where the next line stands further in, and so belongs to the value on this one."""
    following = text.row(row + 1)
    return bool(following.strip()) and indent(following) > indent(text.row(row))
