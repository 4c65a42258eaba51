"""The page for owners: the one thing to do, what comes next, what must not change, and what is still missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from guildbook.model import Book
from guildbook.pages.daily import is_filled
from guildbook.pages.plan import Ours, Page, Target
from guildbook.pages.replies import AUDIENCE_NAMES, rung_title
from guildbook.problems import Problem
from guildbook.words import N_


@dataclass(frozen=True, slots=True)
class Desk:
    """What an owner should know beside the book: advice, what is still the starter's, which files of ours are replaced."""

    advice: Sequence[Problem] = ()
    untouched: Sequence[str] = ()
    replaced: Sequence[str] = ()


def owners_page(book: Book, desk: Desk) -> Page | None:
    """What an owner comes back for; None while there is nothing of it."""
    one_thing = book.plan.one_thing
    values = {
        "one_thing": one_thing if one_thing and not one_thing.done else None,
        "plan": book.plan,
        "audiences": list(AUDIENCE_NAMES.values()),
        "letters": [_letters(book, rung_id) for rung_id in book.ladder],
        "advice": [
            {"sentence": Ours(one.sentence), "values": dict(one.values), "file": one.position.file, "line": one.position.line}
            for one in desk.advice
        ],
        "untouched": list(desk.untouched),
        "replaced": list(desk.replaced),
    }
    shown = is_filled(book.plan) or book.ladder or desk != Desk()
    return Page("owners", Ours(N_("Owners")), "handbook/owners.md.j2", values) if shown else None


def _letters(book: Book, rung_id: str) -> dict[str, object]:
    """Which letters of a rung are written, in the order of the audiences."""
    letters = book.letters.get(rung_id)
    written = [bool(getattr(letters, audience, None)) for audience in AUDIENCE_NAMES]
    return {"href": Target(f"letter:{rung_id}") if any(written) else "", "title": rung_title(book, rung_id), "written": written}
