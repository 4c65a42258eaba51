"""Where links to a book's things lead on a site, read off the table of kinds."""

from guildbook.model import KINDS, Audience, Book, Kind, things_at

_FIXED = {"holding": "replies", "takes-over": "team", "contacts": "team"}
"""Parts of the handbook's pages that others link to, and the pages."""


def thing_targets(book: Book, audience: Audience) -> dict[str, str]:
    """The address of everything that a link can name, below the address of the site for an audience.

    A link to what is still a draft leads to the page on which it will stand.
    """
    return {
        f"{kind.scheme}:{'/'.join(ids)}": _without_drafts(address.format(*ids), thing)
        for kind in KINDS
        if kind.scheme and (address := kind_address(kind, audience))
        for ids, thing in things_at(book, kind.path)
    }


def part_targets() -> dict[str, str]:
    """The address of each part of the handbook's pages that another page links to."""
    return {
        f"{kind.scheme}:{part}": kind.handbook.format(page, part)
        for kind in KINDS
        if kind.id == "part"
        for part, page in _FIXED.items()
    }


def kind_address(kind: Kind, audience: Audience) -> str:
    """Where a kind of thing stands on the site for an audience."""
    return kind.members if audience == "members" else kind.handbook


def _without_drafts(address: str, thing: object) -> str:
    return address.partition("#")[0] if getattr(thing, "draft", False) else address
