"""The page for owners: the one thing to do, what comes next, what must not change, and what is still missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model import Book
from guildbook.model.staff import OneThing, Plan
from guildbook.pages.owner_notes import OwnerNotes
from guildbook.pages.plan import Page
from guildbook.problems import Problem
from guildbook.views import BookViews, Msg, Xref
from guildbook.views.letter_views import AUDIENCE_NAMES
from guildbook.views.life_views import is_filled


@dataclass(frozen=True, slots=True)
class OwnLetterLink:
    """A letter that one rule has of its own, by the rule's label."""

    href: Xref
    label: str


@dataclass(frozen=True, slots=True)
class LetterCell:
    """The usual letter of a rung to one audience, empty where it is missing, and the rules with one of their own."""

    href: str
    own: tuple[OwnLetterLink, ...]


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A rung with its letters in the order of the audiences."""

    title: str
    cells: tuple[LetterCell, ...]


@dataclass(frozen=True, slots=True)
class AdviceView:
    """A piece of advice: the sentence, what fills its `{names}`, and where the reason for it stands."""

    sentence: Msg
    values: Mapping[str, object]
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class OwnersContent:
    """What an owner comes back for."""

    one_thing: OneThing | None
    plan: Plan
    audiences: tuple[Msg, ...]
    letters: tuple[LetterRow, ...]
    has_own_letters: bool
    advice: tuple[AdviceView, ...]
    untouched: tuple[str, ...]
    replaced: tuple[str, ...]


def owners_page(views: BookViews, notes: OwnerNotes) -> Page | None:
    """The page for owners; None while there is nothing of it."""
    book = views.book
    if not (is_filled(book.plan) or book.ladder or notes != OwnerNotes()):
        return None
    one_thing = book.plan.one_thing
    content = OwnersContent(
        one_thing=one_thing if one_thing and not one_thing.done else None,
        plan=book.plan,
        audiences=tuple(AUDIENCE_NAMES.values()),
        letters=tuple(LetterRow(rung.name, tuple(_letter_cells(book, rung_id))) for rung_id, rung in book.ladder.items()),
        has_own_letters=bool(book.for_rule),
        advice=tuple(_advice_view(problem) for problem in notes.advice),
        untouched=tuple(notes.unchanged_texts),
        replaced=tuple(notes.replaced),
    )
    return Page("owners", Msg(N_("Owners")), "handbook/owners.md.j2", content)


def _advice_view(problem: Problem) -> AdviceView:
    return AdviceView(Msg(problem.sentence), dict(problem.values), problem.position.file, problem.position.line)


def _letter_cells(book: Book, rung_id: str) -> Iterator[LetterCell]:
    usual = book.letters.get(rung_id)
    for audience in AUDIENCE_NAMES:
        href = Xref(f"letter:{rung_id}") if getattr(usual, audience, None) else ""
        yield LetterCell(href, tuple(_own_letters(book, rung_id, audience)))


def _own_letters(book: Book, rung_id: str, audience: str) -> Iterator[OwnLetterLink]:
    for rule_id, letters in book.for_rule.items():
        if getattr(letters.get(rung_id), audience, None) and not book.rules[rule_id].draft:
            yield OwnLetterLink(Xref(f"letter:{rule_id}/{rung_id}"), book.rules[rule_id].label)
