"""The part of the recipe that every verb shares: read, check and plan; nothing is written."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from guildbook.checks import check
from guildbook.commands.starter import unchanged_texts
from guildbook.load import Loaded, load
from guildbook.model import PROSE, Book, iter_leaves
from guildbook.problems import Problem, sort_problems

if TYPE_CHECKING:
    from guildbook.pages import SitePlan


@dataclass(frozen=True, slots=True)
class Checked:
    """What a folder comes to: all problems, and unless one is an error, the plans of both sites."""

    found: Loaded
    problems: tuple[Problem, ...]
    plans: "tuple[SitePlan, ...]" = ()

    @property
    def lines(self) -> dict[str, tuple[str, ...]]:
        """The lines of every file that was read, to show a problem in its place."""
        return {name: source.lines for name, source in self.found.sources.items()}

    def fails(self, strict: bool = False) -> bool:
        """True when a problem stops the build: an error, and when strict, advice too."""
        return any(problem.is_error or strict for problem in self.problems)


def check_folder(folder: Path, plan: bool = True) -> Checked:
    """Everything that can be done to a community's folder without writing.

    Without `plan`, pages are planned only where a problem could come of it: the owner has pages too, or links to one.
    """
    found = load(folder)
    problems = sort_problems([*found.problems, *check(found.book, found.source_map)])
    if any(problem.is_error for problem in problems):
        return Checked(found, tuple(problems))
    if not (plan or found.own.pages or _links_to_a_page(found.book)):
        return Checked(found, tuple(problems))
    from guildbook.pages import OwnerNotes, plan_sites  # here, because most checks do without

    notes = OwnerNotes(problems, unchanged_texts(found.book), [*found.own.templates, *found.own.overrides])
    plans, more = plan_sites(found.book, found.own, notes, found.source_map)
    return Checked(found, tuple(sort_problems([*problems, *more])), plans)


def _links_to_a_page(book: Book) -> bool:
    return any(leaf.marker is PROSE and "page:" in leaf.value for leaf in iter_leaves(book))
