"""What the offence picker knows: for every rule and time or situation the rung, and for every rung what goes with it."""

from guildbook.model import Book
from guildbook.pages.filling import as_read, of_rung
from guildbook.pages.plan import Xref
from guildbook.pages.replies import AUDIENCE_NAMES, rung_ids, rung_title

_LETTERS = ("member", "reporter")


def picker(book: Book) -> dict[str, object]:
    """Rules with what follows, by rung; the letters of a rule's own stand in the place of the rung's."""
    rules = {rule_id: rule for rule_id, rule in book.rules.items() if rule.what_happens and not rule.draft}
    return {
        "rules": {
            rule_id: {
                "label": rule.label,
                "usually": list(rule.what_happens.usually),
                "unless": [[as_read(other.situation), other.then] for other in rule.what_happens.unless],
                "letters": {rung_id: letters for rung_id in rung_ids(book) if (letters := _letters(book, rule_id, rung_id))},
            }
            for rule_id, rule in rules.items()
            if rule.what_happens
        },
        "rungs": {rung_id: _rung(book, rung_id) for rung_id in rung_ids(book)},
        "to": {audience: AUDIENCE_NAMES[audience] for audience in _LETTERS},
    }


def _rung(book: Book, rung_id: str) -> dict[str, object]:
    rung = book.ladder.get(rung_id)
    return {
        "name": rung_title(book, rung_id),
        "href": Xref(f"rung:{rung_id}"),
        "lasts": (rung.lasts if rung else None) or "",
        "counts": (rung.counts_for if rung else None) or "",
        "back": as_read(rung.way_back) if rung and rung.way_back else "",
        "what": as_read(rung.what if rung else book.besides[rung_id]),
        "known": of_rung(book, rung_id),
    }


def _letters(book: Book, rule_id: str, rung_id: str) -> dict[str, str]:
    """A rule's own letters for a rung, and the rung's where it has none."""
    own, usual = book.for_rule.get(rule_id, {}).get(rung_id), book.letters.get(rung_id)
    found = {audience: getattr(own, audience, None) or getattr(usual, audience, None) for audience in _LETTERS}
    return {audience: text for audience, text in found.items() if text}
