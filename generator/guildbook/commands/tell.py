"""How a verb speaks: problems in the format that was asked for, and short sentences beside them."""

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from rich.console import Console

from guildbook import report
from guildbook.problems import NotBuilt, Problem
from guildbook.report import Lines, Translate


@dataclass(frozen=True, slots=True)
class Teller:
    """Speaks to one person or program: problems on standard output, everything else beside it when a program listens."""

    format: str
    translate: Translate
    out: Console
    err: Console

    def problems(self, problems: Sequence[Problem], lines: Lines) -> None:
        """Tell problems; as JSON also when there are none."""
        if self.format == "json":
            sys.stdout.write(report.as_json(problems, self.translate) + "\n")
        elif self.format == "github" and problems:
            sys.stdout.write(report.github(problems, self.translate) + "\n")
        elif self.format == "text" and problems:
            self.out.print(report.text(problems, lines, self.translate), soft_wrap=True)

    def well(self, sentence: str, **values: object) -> None:
        """Tell good news."""
        self._person.print(
            self.translate(sentence).format(**values), style="green", soft_wrap=True, highlight=False, markup=False
        )

    def plainly(self, sentence: str, **values: object) -> None:
        """Tell something by the way."""
        self._person.print(self.translate(sentence).format(**values), soft_wrap=True, highlight=False, markup=False)

    def not_built(self, why: NotBuilt) -> None:
        """Tell why nothing was built."""
        self.err.print(
            self.translate(why.sentence).format(**why.values), style="bold", soft_wrap=True, highlight=False, markup=False
        )
        self.err.print("→ " + self.translate(why.fix).format(**why.values), soft_wrap=True, highlight=False, markup=False)

    def progress(self, sentence: str, **values: object) -> AbstractContextManager[object]:
        """Show on a terminal what is being done, until it is done."""
        return self._person.status(self.translate(sentence).format(**values)) if self._person.is_terminal else nullcontext()

    @property
    def _person(self) -> Console:
        return self.out if self.format == "text" else self.err
