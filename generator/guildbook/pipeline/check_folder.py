"""Read, check and plan: everything that can be done to a community's folder without writing."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from guildbook.checks import check
from guildbook.load import Loaded, load
from guildbook.model import PROSE, Book, iter_leaves
from guildbook.problems import Problem, sort_problems
from guildbook.starter import unchanged_texts

if TYPE_CHECKING:
    from guildbook.pages import SitePlan


@dataclass(frozen=True, slots=True)
class Checked:
    """What a folder comes to: all problems, and unless one is an error, the plans of its sites."""

    loaded: Loaded
    problems: tuple[Problem, ...]
    plans: "tuple[SitePlan, ...]" = ()

    @property
    def lines(self) -> dict[str, tuple[str, ...]]:
        """The lines of every file that was read, to show a problem in its place."""
        return {name: source.lines for name, source in self.loaded.sources.items()}

    def fails(self, strict: bool = False) -> bool:
        """True when a problem stops the build: an error, and when strict, advice too."""
        return any(problem.is_error or strict for problem in self.problems)


def check_folder(folder: Path, plan: bool = True) -> Checked:
    """Everything that is wrong with a community's folder, and the plans of its sites. Raises nothing.

    Without `plan`, pages are planned only where a problem could come of it: the owner has pages too, or links to one.
    """
    loaded = load(folder)
    problems = sort_problems([*loaded.problems, *check(loaded.book, loaded.source_map)])
    if any(problem.is_error for problem in problems):
        return Checked(loaded, tuple(problems))
    if not (plan or loaded.custom_files.pages or _links_to_page(loaded.book)):
        return Checked(loaded, tuple(problems))
    from guildbook.pages import OwnerNotes, plan_sites  # here, because most checks do without

    custom_files = loaded.custom_files
    notes = OwnerNotes(problems, unchanged_texts(loaded.book), [*custom_files.templates, *custom_files.overrides])
    plans, more = plan_sites(loaded.book, custom_files, notes, loaded.source_map)
    return Checked(loaded, tuple(sort_problems([*problems, *more])), plans)


def _links_to_page(book: Book) -> bool:
    return any(leaf.marker is PROSE and "page:" in leaf.value for leaf in iter_leaves(book))
