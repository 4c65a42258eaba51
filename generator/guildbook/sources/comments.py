"""What YAML drops behind a #: fine for a note on a line of its own, a loss of words behind a value."""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice

from guildbook.i18n import N_
from guildbook.problems import Problem
from guildbook.sources.events import SourceSpan
from guildbook.sources.quoting import Advice, goes_on, lead, show_quoted
from guildbook.sources.text import MAX_TOLD, SourceText

_SIGNS = " \t,[]{}:-?"


@dataclass(frozen=True, slots=True)
class _Comment:
    """Where a comment begins, what stands before and after it, and the signs right before it that are neither."""

    row: int
    column: int
    signs: str
    before: SourceSpan | None
    after: SourceSpan | None


def suspicious_rows(text: SourceText) -> list[int]:
    """The rows with a # that is not plainly a note on a line of its own; of lines in a row that begin with one, the first."""
    if "#" not in text.body:
        return []
    rows, is_below_another = [], False
    for row, line in enumerate(text.lines):
        words = line.lstrip()
        begins_with_one = words.startswith("#")
        if "#" in words and not (begins_with_one and (is_below_another or not _is_a_name(words))):
            rows.append(row)
        is_below_another = begins_with_one
    return rows


def lost_words(text: SourceText, rows: list[int], spans: list[SourceSpan]) -> list[Problem]:
    """A problem for each comment in these rows that hides words of a value."""
    comments = (_comment_in(text.row(row), row, spans, bisect_left(spans, (row,))) for row in rows)
    problems = (_comment_problem(text, comment) for comment in comments if comment and _hides_words(text, comment))
    return list(islice(problems, MAX_TOLD))


def _comment_in(line: str, row: int, spans: list[SourceSpan], index: int) -> _Comment | None:
    """The # between two spans with nothing but signs before it; `index` is the first span that begins on this row or below."""
    end = 0
    while end < len(line):
        before = spans[index - 1] if index > 0 else None
        after = spans[index] if index < len(spans) else None
        begin = _end_in(before, row, line) if before else 0
        end = after.column if after and after.row == row else len(line)
        column = line.find("#", begin, end)
        if column >= 0:
            signs = line[begin:column].strip()
            return None if signs.strip(_SIGNS) else _Comment(row, column, signs, before, after)
        index += 1
    return None


def _end_in(span: SourceSpan, row: int, line: str) -> int:
    """Where a span that began on this line or above ends on this line."""
    if span.kind == "block" and span.row == row:
        return span.column + len(line[span.column :].split(None, 1)[0])
    if span.end_row > row:
        return len(line)
    return span.end_column if span.end_row == row else 0


def _hides_words(text: SourceText, comment: _Comment) -> bool:
    line = text.row(comment.row)
    if not line[: comment.column].strip():
        return _continues_a_text(text, comment)
    opens_a_block = comment.signs.endswith((":", "-")) and comment.after and comment.after.kind == "nested"
    return not opens_a_block


def _continues_a_text(text: SourceText, comment: _Comment) -> bool:
    """True where a line that begins with something like #introductions was meant to go on with the text above it."""
    before, words = comment.before, text.row(comment.row)[comment.column :]
    if before is None or before.kind not in ("plain", "empty") or before.end_row != comment.row - 1:
        return False
    return _is_a_name(words) and ":" not in words and comment.column > lead(text.row(before.row))


def _is_a_name(words: str) -> bool:
    return words[1:2].isalnum()


def _comment_problem(text: SourceText, comment: _Comment) -> Problem:
    words = text.row(comment.row)[comment.column :].rstrip()
    fix, values = _advice(text, comment, words)
    return Problem(
        text.at(comment.row, comment.column, len(words)),
        "yaml-hash",
        N_("YAML drops everything from this # to the end of the line."),
        fix,
        values,
    )


def _advice(text: SourceText, comment: _Comment, words: str) -> Advice:
    before, line = comment.before, text.row(comment.row)
    if before and before.kind in ("plain", "empty") and before.row == before.end_row == comment.row:
        if _is_a_name(words):
            value = words if comment.signs or before.kind == "empty" else line[before.column :].strip()
            return show_quoted(value, goes_on(text, comment.row))
        return N_("Put the comment on a line of its own. If it belongs to the text, put the whole value in quotes."), {}
    if before and before.kind == "quoted":
        return N_("If it belongs to the text, put it before the closing quote. A comment goes on a line of its own."), {}
    if before and before.kind == "plain":
        return N_("Put quotes round the whole value, from its first line to its last. A comment goes on a line of its own."), {}
    return N_("Put the comment on a line of its own. If it is text, put the whole value in quotes."), {}
