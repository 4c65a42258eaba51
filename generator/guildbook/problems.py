"""A problem is a value: where it is, how bad it is, what is wrong in words, and what to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Level = Literal["error", "advice"]


@dataclass(frozen=True, slots=True)
class Position:
    """A spot in an owner's file. Lines and columns count from 1, columns in characters; `length` is what a caret underlines."""

    file: str
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing an owner should know about their playbook.

    `sentence` (what is wrong) and `fix` (what to do) are untranslated and hold `{names}`, filled from `values` when they are
    told. `path` is the path through the book, such as "rules/no-spam/text"; it is empty where a file could not be read.
    """

    position: Position
    check: str
    sentence: str
    fix: str
    values: Mapping[str, object] = field(default_factory=dict)
    path: str = ""
    level: Level = "error"

    @property
    def is_error(self) -> bool:
        """True for an error, False for advice."""
        return self.level == "error"


class NotBuilt(Exception):
    """Nothing was published, for a reason outside the playbook; `sentence`, `fix` and `values` are those of a `Problem`."""

    def __init__(self, sentence: str, fix: str, values: Mapping[str, object]) -> None:
        """Take what is wrong and what to do, untranslated, and what fills the `{names}` in both."""
        super().__init__(sentence, fix, values)
        self.sentence = sentence
        self.fix = fix
        self.values = values


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by file, line and column, each once."""
    distinct = {(p.position, p.check, p.sentence, tuple(sorted((k, str(v)) for k, v in p.values.items()))): p for p in problems}
    return [distinct[key] for key in sorted(distinct, key=lambda k: (k[0].file, k[0].line, k[0].column, *map(str, k[1:])))]
