"""What the offence picker knows: for every rule and time or situation the rung, and for every rung what goes with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guildbook.model import Book, Rule
from guildbook.model.staff import Letters
from guildbook.views.filling import as_read, rung_filling
from guildbook.views.ladder_view import RungView
from guildbook.views.letter_views import AUDIENCE_NAMES
from guildbook.views.marks import Msg, Xref

_READERS = ("member", "reporter")
"""Those to whom the picker gives a letter at once."""

LetterNumbers = Mapping[str, int]
"""By who gets it, the number of a letter in the picker's list."""


@dataclass(frozen=True, slots=True)
class PickerRule:
    """A rule: the rungs of the first, second, third time; situations with theirs; by rung the letters that only it has."""

    label: str
    usually: tuple[str, ...]
    unless: tuple[tuple[str, str], ...]
    letters: Mapping[str, LetterNumbers]


@dataclass(frozen=True, slots=True)
class PickerRung:
    """A rung in words without marks, with its letters."""

    name: str
    href: Xref
    lasts: str
    counts: str
    back: str
    what: str
    known: Mapping[str, str]
    letters: LetterNumbers


@dataclass(frozen=True, slots=True)
class Picker:
    """All that the picker proposes. `letters` holds each text once; rules and rungs name it by its number there, from 0."""

    rules: Mapping[str, PickerRule]
    rungs: Mapping[str, PickerRung]
    to: Mapping[str, Msg]
    letters: tuple[str, ...]


def picker_of(book: Book, rungs: Mapping[str, RungView]) -> Picker:
    """Rules with what follows, and everything that can follow."""
    rules = {rule_id: rule for rule_id, rule in book.rules.items() if rule.what_happens and not rule.draft}
    numbers = _number_letters(book, rules, rungs)
    return Picker(
        rules={rule_id: _picker_rule(rule, book.for_rule.get(rule_id, {}), rungs, numbers) for rule_id, rule in rules.items()},
        rungs={rung_id: _picker_rung(book, rung_id, rung, numbers) for rung_id, rung in rungs.items()},
        to={audience: AUDIENCE_NAMES[audience] for audience in _READERS},
        letters=tuple(numbers),
    )


def _number_letters(book: Book, rule_ids: Iterable[str], rung_ids: Iterable[str]) -> Mapping[str, int]:
    """Every text that the picker can give, with its number."""
    own = [book.for_rule.get(rule_id, {}) for rule_id in rule_ids]
    texts = [
        text for rung_id in rung_ids for some in (book.letters, *own) for text in _texts_by_reader(some.get(rung_id)).values()
    ]
    return {text: number for number, text in enumerate(dict.fromkeys(texts))}


def _texts_by_reader(letters: Letters | None) -> dict[str, str]:
    return {audience: text for audience in _READERS if (text := getattr(letters, audience, None))}


def _numbers_of(letters: Letters | None, numbers: Mapping[str, int]) -> LetterNumbers:
    return {audience: numbers[text] for audience, text in _texts_by_reader(letters).items()}


def _picker_rule(rule: Rule, own: Mapping[str, Letters], rungs: Iterable[str], numbers: Mapping[str, int]) -> PickerRule:
    follows = rule.what_happens
    return PickerRule(
        label=rule.label,
        usually=tuple(follows.usually) if follows else (),
        unless=tuple((as_read(other.situation), other.then) for other in follows.unless) if follows else (),
        letters={rung_id: found for rung_id in rungs if (found := _numbers_of(own.get(rung_id), numbers))},
    )


def _picker_rung(book: Book, rung_id: str, view: RungView, numbers: Mapping[str, int]) -> PickerRung:
    rung = book.ladder.get(rung_id)
    return PickerRung(
        name=view.name,
        href=view.href,
        lasts=(rung.lasts if rung else None) or "",
        counts=(rung.counts_for if rung else None) or "",
        back=as_read(rung.way_back) if rung and rung.way_back else "",
        what=as_read(rung.what if rung else book.besides[rung_id]),
        known=rung_filling(rung),
        letters=_numbers_of(book.letters.get(rung_id), numbers),
    )
