"""What is written when a rung is used: the letters of the rungs, and those that one rule has of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model import Book
from guildbook.model.staff import Letters
from guildbook.views.filling import rule_and_rung_filling, rung_filling
from guildbook.views.ladder_view import RungView
from guildbook.views.marks import Msg

AUDIENCE_NAMES = {
    "member": Msg(N_("To the member")),
    "reporter": Msg(N_("To whoever reported it")),
    "everyone": Msg(N_("To everyone")),
    "team": Msg(N_("To the team")),
}
"""Who gets a letter."""


@dataclass(frozen=True, slots=True)
class LetterText:
    """The words of a letter, and to whom they are written."""

    to: Msg
    text: str


@dataclass(frozen=True, slots=True)
class LettersView:
    """All that is written when a rung is used; `known` fills fields, and `rule` is the label of the only rule it is for."""

    id: str
    title: str
    known: Mapping[str, str]
    texts: tuple[LetterText, ...]
    rule: str = ""


def letters_of_rungs(book: Book, rungs: Mapping[str, RungView]) -> Iterator[LettersView]:
    """The letters of each rung that has any, the mildest first."""
    for rung_id, rung in rungs.items():
        if texts := _texts(book.letters.get(rung_id)):
            yield LettersView(rung_id, rung.name, rung_filling(book.ladder.get(rung_id)), texts)


def letters_of_rules(book: Book, rungs: Mapping[str, RungView]) -> Iterator[LettersView]:
    """The letters that one rule has of its own; a rule that is a draft has none yet."""
    for rule_id, rule in book.rules.items():
        own = {} if rule.draft else book.for_rule.get(rule_id, {})
        for rung_id, rung in rungs.items():
            if texts := _texts(own.get(rung_id)):
                known = rule_and_rung_filling(book, rule_id, rung_id)
                yield LettersView(f"{rule_id}_{rung_id}", rung.name, known, texts, rule.label)


def _texts(letters: Letters | None) -> tuple[LetterText, ...]:
    texts = {audience: getattr(letters, audience, None) for audience in AUDIENCE_NAMES}
    return tuple(LetterText(AUDIENCE_NAMES[audience], text) for audience, text in texts.items() if text)
