"""Where libyaml gave up, and what stands around that place."""

from dataclasses import dataclass

import yaml

from guildbook.problems import Problem
from guildbook.sources.events import Event
from guildbook.sources.quoting import Advice
from guildbook.sources.text import SourceText

OUT_OF_PLACE = ("did not find expected key", "expected '-' indicator", "expected <document start>")
FAR = 1_000  # rows; no line further up explains a fault, and files of nothing but comments exist


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of the syntax. `phrase` is libyaml's and only for telling faults apart: no owner ever sees it."""

    text: SourceText
    phrase: str
    row: int
    column: int
    from_row: int
    from_column: int
    last: Event

    def says(self, *parts: str) -> bool:
        """True where libyaml's phrase holds one of these."""
        return any(part in self.phrase for part in parts)

    @property
    def line(self) -> str:
        """The line where libyaml gave up."""
        return self.text.row(self.row)

    @property
    def suspect(self) -> int:
        """The row to look at: a key without a colon is reported a line later."""
        return self.from_row if self.says("could not find expected ':'") else self.row

    def above(self, row: int) -> int:
        """The nearest row above that is neither empty nor a comment, or -1."""
        rows = range(row - 1, max(row - FAR, 0) - 1, -1)
        return next((row for row in rows if self.text.row(row).lstrip()[:1] not in ("", "#")), -1)

    def problem(self, path: tuple[int, int], check: str, sentence: str, advice: Advice | str, **values: object) -> Problem:
        """A problem at a row and a column."""
        fix, more = (advice, {}) if isinstance(advice, str) else advice
        return Problem(self.text.at(*path), check, sentence, fix, {**values, **more})


def fault_of(text: SourceText, error: yaml.MarkedYAMLError, last: Event) -> Fault:
    """What an error of libyaml is about; `last` is the last event before it."""
    mark = error.problem_mark or error.context_mark or last.end_mark
    begin = error.context_mark or mark
    return Fault(text, f"{error.problem} {error.context}", mark.line, mark.column, begin.line, begin.column, last)
