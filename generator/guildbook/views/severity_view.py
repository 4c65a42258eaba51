"""How bad something is: what a level is called, the shape that goes with the word, and what an owner's own scale asks."""

from collections.abc import Mapping
from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model import SEVERITIES, Book
from guildbook.views.marks import Msg, Xref

_LEVEL_NAMES = {
    "critical": Msg(N_("critical")),
    "high": Msg(N_("high")),
    "medium": Msg(N_("medium")),
    "low": Msg(N_("low")),
}


@dataclass(frozen=True, slots=True)
class SeverityLevel:
    """A level of severity; one of the usual scale has no address of its own."""

    href: str
    name: str
    shape: str
    answer_within: str | None


def severity_levels(book: Book) -> Mapping[str, SeverityLevel]:
    """Every level that a playbook can name, by id: the owner's, then those of the usual scale that they do not name."""
    return {level_id: _severity_level(book, level_id) for level_id in dict.fromkeys([*book.severity, *SEVERITIES])}


def _severity_level(book: Book, level_id: str) -> SeverityLevel:
    own = book.severity.get(level_id)
    return SeverityLevel(
        href=Xref(f"severity:{level_id}") if own else "",
        name=own.name if own else _LEVEL_NAMES[level_id],
        shape=_shape(book, level_id),
        answer_within=own.answer_within if own else None,
    )


def _shape(book: Book, level_id: str) -> str:
    """One of the four shapes that we draw; on an owner's own scale the one that stands as high."""
    own = list(book.severity)
    if level_id in SEVERITIES or level_id not in own:
        return level_id
    return SEVERITIES[own.index(level_id) * len(SEVERITIES) // len(own)]
