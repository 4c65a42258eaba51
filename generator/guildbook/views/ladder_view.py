"""What can follow: the rungs of the ladder, and what may happen besides them."""

from collections.abc import Mapping
from dataclasses import dataclass

from guildbook.model import Book, label_of
from guildbook.model.staff import Letters
from guildbook.views.marks import Markdown, Xref


@dataclass(frozen=True, slots=True)
class RungView:
    """A rung as a link, or the words for what happens besides the rungs, whose `id` is empty.

    `step` is how high it stands, counted from 1, and `of` how many there are; `step` is 0 for what is no rung. `letter` leads
    to what is written when it is used.
    """

    id: str
    name: str
    href: Xref
    text: Markdown
    letter: str
    step: int
    of: int


def rung_views(book: Book) -> Mapping[str, RungView]:
    """Everything that can follow, by id, the mildest first: the rungs, then what may happen besides."""
    rungs = list(book.ladder)
    return {
        rung_id: RungView(
            id=rung_id if rung_id in book.ladder else "",
            name=label_of("rung", rung_id, book.ladder.get(rung_id)),
            href=Xref(f"rung:{rung_id}"),
            text=Markdown(book.besides.get(rung_id, "")),
            letter=Xref(f"letter:{rung_id}") if _is_written(book.letters.get(rung_id)) else "",
            step=rungs.index(rung_id) + 1 if rung_id in book.ladder else 0,
            of=len(rungs),
        )
        for rung_id in dict.fromkeys([*book.ladder, *book.besides])
    }


def _is_written(letters: Letters | None) -> bool:
    return letters is not None and any((letters.member, letters.reporter, letters.everyone, letters.team))
