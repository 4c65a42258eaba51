"""The page for owners: the one thing to do, what comes next, what must not change, and what is still missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model import Book
from guildbook.pages.daily import is_filled
from guildbook.pages.plan import Msg, Page, Xref
from guildbook.pages.replies import AUDIENCE_NAMES, rung_title
from guildbook.problems import Problem


@dataclass(frozen=True, slots=True)
class OwnerNotes:
    """What an owner should know beside the book: advice, what is still the starter's, which files of ours are replaced."""

    advice: Sequence[Problem] = ()
    unchanged_texts: Sequence[str] = ()
    replaced: Sequence[str] = ()


def owners_page(book: Book, notes: OwnerNotes) -> Page | None:
    """What an owner comes back for; None while there is nothing of it."""
    one_thing = book.plan.one_thing
    values = {
        "one_thing": one_thing if one_thing and not one_thing.done else None,
        "plan": book.plan,
        "audiences": list(AUDIENCE_NAMES.values()),
        "letters": [_letters(book, rung_id) for rung_id in book.ladder],
        "has_own_letters": bool(book.for_rule),
        "advice": [
            {"sentence": Msg(one.sentence), "values": dict(one.values), "file": one.position.file, "line": one.position.line}
            for one in notes.advice
        ],
        "untouched": list(notes.unchanged_texts),
        "replaced": list(notes.replaced),
    }
    shown = is_filled(book.plan) or book.ladder or notes != OwnerNotes()
    return Page("owners", Msg(N_("Owners")), "handbook/owners.md.j2", values) if shown else None


def _letters(book: Book, rung_id: str) -> dict[str, object]:
    """The letters of a rung in the order of the audiences: the address of the usual one, and rules with one of their own."""
    usual = book.letters.get(rung_id)
    own = {rule_id: letters[rung_id] for rule_id, letters in book.for_rule.items() if rung_id in letters}
    cells = [
        {
            "href": Xref(f"letter:{rung_id}") if getattr(usual, audience, None) else "",
            "own": [
                {"href": Xref(f"letter:{rule_id}/{rung_id}"), "label": book.rules[rule_id].label}
                for rule_id, letters in own.items()
                if getattr(letters, audience) and not book.rules[rule_id].draft
            ],
        }
        for audience in AUDIENCE_NAMES
    ]
    return {"title": rung_title(book, rung_id), "cells": cells}
