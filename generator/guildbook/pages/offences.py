"""The offence table: what follows when a rule is broken for the first, the second, the third time."""

from guildbook.i18n import N_
from guildbook.model import Book, Rule
from guildbook.pages.filling import filling
from guildbook.pages.picker import picker
from guildbook.pages.plan import Markdown, Msg, Page, Xref
from guildbook.pages.replies import rung_title
from guildbook.pages.rules import height

_TIMES = (N_("First time"), N_("Second time"), N_("Third time"), N_("Fourth time"), N_("Fifth time"))
_LEAST = 3


def offences_page(book: Book) -> Page | None:
    """The table of all rules, the exceptions of each below it, and when one starts higher; None without a rule."""
    rules = [(rule_id, rule) for rule_id, rule in book.rules.items() if not rule.draft]
    follows = [(rule_id, rule) for rule_id, rule in rules if rule.what_happens]
    if not follows:
        return None
    longest = max(_LEAST, *(len(rule.what_happens.usually) for _, rule in follows if rule.what_happens))
    values = {
        "picker": picker(book),
        "filling": filling(book),
        "times": [_time(number) for number in range(longest)],
        "rows": [_row(book, rule_id, rule, longest) for rule_id, rule in follows],
        "without": [{"href": Xref(f"rule:{rule_id}"), "label": rule.label} for rule_id, rule in rules if not rule.what_happens],
        "exceptions": [_exceptions(book, rule_id, rule) for rule_id, rule in follows if _unless(rule)],
        "skipping": Markdown(book.skipping) if book.skipping else "",
        "besides": {rung_id: {"title": rung_title(book, rung_id), "text": Markdown(t)} for rung_id, t in book.besides.items()},
    }
    return Page("offences", Msg(N_("Offence table")), "handbook/offences.md.j2", values)


def rung_link(book: Book, rung_id: str | None) -> dict[str, object] | None:
    """A rung as a link: name, height, address and that of its letters, or the words for what happens besides the rungs."""
    if rung_id is None:
        return None
    letters = book.letters.get(rung_id)
    written = letters and any((letters.member, letters.reporter, letters.everyone, letters.team))
    return {
        "href": Xref(f"rung:{rung_id}"),
        "name": rung_title(book, rung_id),
        "text": Markdown(book.besides.get(rung_id, "")),
        "letter": Xref(f"letter:{rung_id}") if written else "",
        **height(book, rung_id),
    }


def _time(number: int) -> dict[str, object]:
    return {"name": Msg(_TIMES[number]) if number < len(_TIMES) else "", "number": number + 1}


def _row(book: Book, rule_id: str, rule: Rule, longest: int) -> dict[str, object]:
    usually = rule.what_happens.usually if rule.what_happens else []
    cells = [
        {"rung": rung_link(book, usually[min(time, len(usually) - 1)]), "again": time >= len(usually)}
        for time in range(longest if usually else 0)
    ]
    return {
        "id": rule_id,
        "href": Xref(f"rule:{rule_id}"),
        "label": rule.label,
        "number": rule.number,
        "cells": cells,
        "has_unless": bool(_unless(rule)),
    }


def _unless(rule: Rule) -> list[object]:
    return list(rule.what_happens.unless) if rule.what_happens else []


def _exceptions(book: Book, rule_id: str, rule: Rule) -> dict[str, object]:
    unless = rule.what_happens.unless if rule.what_happens else []
    return {
        "id": rule_id,
        "label": rule.label,
        "unless": [{"unless": other, "then": rung_link(book, other.then)} for other in unless],
    }
