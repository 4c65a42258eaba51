"""How a verb speaks: problems in the format that was asked for, and short sentences beside them."""

import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

import click

from guildbook.i18n import Translate
from guildbook.problems import NotBuilt, Problem


@dataclass(frozen=True, slots=True)
class Console:
    """Speaks to one person or program: problems on standard output, everything else beside it when a program listens.

    `colours` is false where somebody wants none. Rich is imported when there is something to show: most checks find nothing.
    """

    format: str
    translate: Translate
    colours: bool

    def problems(self, problems: Sequence[Problem], lines: Mapping[str, Sequence[str]]) -> None:
        """Tell problems; as JSON also when there are none."""
        if not problems and self.format != "json":
            return
        from rich.console import Console

        from guildbook import report

        if self.format == "json":
            sys.stdout.write(report.as_json(problems, self.translate) + "\n")
        elif self.format == "github":
            sys.stdout.write(report.github(problems, self.translate) + "\n")
        else:
            Console().print(report.text(problems, lines, self.translate), soft_wrap=True)

    def success(self, sentence: str, **values: object) -> None:
        """Tell good news."""
        self._say(self.translate(sentence).format(**values), fg="green", err=self._beside)

    def info(self, sentence: str, **values: object) -> None:
        """Tell something by the way."""
        self._say(self.translate(sentence).format(**values), err=self._beside)

    def not_built(self, why: NotBuilt) -> None:
        """Tell why nothing was built."""
        self._say(self.translate(why.sentence).format(**why.values), bold=True, err=True)
        self._say("→ " + self.translate(why.fix).format(**why.values), err=True)

    def refusal_text(self, why: NotBuilt) -> str:
        """Why nothing was built, and on a last line what to do."""
        return f"{self.translate(why.sentence).format(**why.values)}\n→ {self.translate(why.fix).format(**why.values)}"

    def progress(self, sentence: str, **values: object) -> AbstractContextManager[object]:
        """Show on a terminal what is being done, until it is done."""
        if self._beside or not sys.stdout.isatty():
            return nullcontext()
        from rich.console import Console

        return Console().status(self.translate(sentence).format(**values))

    @property
    def _beside(self) -> bool:
        """True where a program reads standard output, and a person what stands beside it."""
        return self.format != "text"

    def _say(self, text: str, **style: bool | str) -> None:
        click.secho(text, color=None if self.colours else False, **style)  # type: ignore[arg-type]  # click's own names
