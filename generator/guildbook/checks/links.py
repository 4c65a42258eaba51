"""Do the links in prose lead somewhere, and may everyone who reads them follow?"""

from collections.abc import Iterator

from guildbook import prose
from guildbook.load import Where
from guildbook.model import Book, Leaf, Text, leaves
from guildbook.problems import Problem
from guildbook.prose import Link
from guildbook.words import N_

_SHELVES = {"rule": "rules", "playbook": "playbooks", "channel": "community/places"}


def link(book: Book, where: Where) -> Iterator[Problem]:
    """A link leads nowhere, has a scheme that could do harm, or takes members into the handbook."""
    for leaf in leaves(book):
        if leaf.marker == Text("prose"):
            for found in prose.links(leaf.value):
                yield from _judge(found, leaf, where)


def _judge(link: Link, leaf: Leaf, where: Where) -> Iterator[Problem]:
    told = _what_is_wrong(link, leaf, where)
    if told:
        check, sentence, fix = told
        values = {"target": link.target, "scheme": link.scheme, "name": link.target.partition(":")[2]}
        yield Problem(where.word(leaf.place, link.target or "]()"), check, sentence, fix, values, leaf.place)


def _what_is_wrong(link: Link, leaf: Leaf, where: Where) -> tuple[str, str, str] | None:
    shelf = _SHELVES.get(link.scheme)
    if not link.scheme:
        fix = N_("Write a whole address, as in https://…, or something of yours, as in rule:no-spam.")
        return "link-nowhere", N_("This link does not lead anywhere."), fix
    if shelf is None and link.scheme not in prose.WEB_SCHEMES:
        fix = N_("A link may begin with https:, http:, mailto: or tel:, or with rule:, playbook: or channel:.")
        return "link-scheme", N_("A link may not begin with “{scheme}:”."), fix
    if link.scheme == "playbook" and leaf.audience == "members":
        fix = N_("Take the link out, or tell members here what they need to know.")
        return "link-into-handbook", N_("Members read this, and the link leads into the handbook, which they may not see."), fix
    if shelf is not None and f"{shelf}/{link.target.partition(':')[2]}" not in where:
        return (
            "link-nowhere",
            N_("This link leads to “{target}”, and there is no such thing."),
            N_("Correct the name behind the colon."),
        )
    return None
