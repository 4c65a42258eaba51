"""How long it takes to plan both sites of a large team with many playbooks, beside a small one: 60 × 60 and 3 × 8."""

import statistics
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from guildbook.load import CustomFiles, SourceMap, load
from guildbook.model import Book
from guildbook.pages import OwnerNotes, plan_sites

ROOT = Path(__file__).parent.parent
SMALL, LARGE = (3, 8), (60, 60)
"""People and playbooks: those of the starter, and many."""

RUNS = 9
MAY_GROW = 30
"""How many times as long the large book may take: it holds 11 times as many people and playbooks, 150 times as many pairs."""

Thing = TypeVar("Thing")


def grow(things: Mapping[str, Thing], number: int) -> dict[str, Thing]:
    """So many things: the first ones, and copies of them in turn under ids of their own."""
    first = list(things.items())
    copies = (first[n % len(first)] for n in range(max(0, number - len(first))))
    return dict(first) | {f"{thing_id}-{n}": thing for n, (thing_id, thing) in enumerate(copies)}


def large_book(book: Book, people: int, playbooks: int) -> Book:
    """The same book with more people in the same roles, and more playbooks that name these."""
    team = book.team.model_copy(update={"people": grow(book.team.people, people)})
    return book.model_copy(update={"team": team, "playbooks": grow(book.playbooks, playbooks)})


def seconds(book: Book) -> float:
    """The middle of several plannings."""
    runs = []
    for _ in range(RUNS):
        began = time.perf_counter()
        plan_sites(book, CustomFiles(), OwnerNotes(), SourceMap())
        runs.append(time.perf_counter() - began)
    return statistics.median(runs)


def main() -> int:
    """Print both times and how they compare; 1 if the large book takes too many times as long."""
    book = load(ROOT).book
    seconds(book)  # what is compiled and cached once is not what we measure
    small, large = (seconds(large_book(book, *size)) for size in (SMALL, LARGE))
    for (people, playbooks), time_taken in ((SMALL, small), (LARGE, large)):
        print(f"{people} people, {playbooks} playbooks: {time_taken:.4f} s")
    print(f"ratio: {large / small:.1f} (at most {MAY_GROW})")
    return 0 if large <= MAY_GROW * small else 1


if __name__ == "__main__":
    sys.exit(main())
