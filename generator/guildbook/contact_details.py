"""Find what reaches a person in a text: e-mail addresses, telephone numbers and handles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

ContactKind = Literal["e-mail address", "telephone number", "handle"]

_MAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
_TELEPHONE = (
    r"(?<![\w.,:/-])(?:(?:\+|00?)\d(?:[ ()/.-]{0,2}\d){6,14}"  # with a country or area code: +351 912 345 678, 030/1234567
    r"|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4})(?![\w-])"  # as North America writes it: (555) 123-4567
)
_HANDLE = (
    r"<@!?&?\d{15,21}>"  # Discord's mentions as they are pasted
    r"|(?<![\w@/.<])@(?!(?:everyone|here|channel|all|room)\b)\w[\w.-]*\w"
    r"|(?<![\w/])/?u/[\w-]{3,20}\b"  # Reddit
    r"|\b\w[\w.]{1,31}#\d{4}\b"  # Discord before 2023
)
_KINDS: tuple[tuple[ContactKind, re.Pattern[str]], ...] = (
    ("e-mail address", re.compile(_MAIL)),
    ("telephone number", re.compile(_TELEPHONE)),
    ("handle", re.compile(_HANDLE)),
)


_SAME_DIGITS = 7
"""Digits from the end of a number by which two ways to write it are known to be one: numbers have at least as many."""


@dataclass(frozen=True, slots=True)
class ContactDetail:
    """An address, a number or a handle as it stands in a text."""

    kind: ContactKind
    text: str

    def is_same(self, other: "ContactDetail") -> bool:
        """True where both reach the same: however letters, blanks, or the country's code are written."""
        if self.kind != other.kind:
            return False
        if self.kind != "telephone number":
            return self.text.casefold() == other.text.casefold()
        mine, theirs = (_national_digits(detail.text) for detail in (self, other))
        return len(min(mine, theirs, key=len)) >= _SAME_DIGITS and (mine.endswith(theirs) or theirs.endswith(mine))


def find_contact_details(text: str) -> Iterator[ContactDetail]:
    """What reaches a person in a text, kind by kind, each as often as it stands there.

    Dates, times, prices and mentions of everyone are none of these.
    """
    for kind, pattern in _KINDS if any(character in "@#/" or character.isdigit() for character in text) else ():
        yield from (ContactDetail(kind, found[0]) for found in pattern.finditer(text))
        text = pattern.sub(" ", text)


def _national_digits(number: str) -> str:
    """The digits of a number without what is dialled before it within its country."""
    return re.sub(r"\D", "", number).lstrip("0")
