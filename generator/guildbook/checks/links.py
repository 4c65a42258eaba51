"""Do the links in prose lead somewhere, and may everyone who reads them follow?"""

import re
from collections.abc import Iterator

from guildbook import prose
from guildbook.i18n import N_
from guildbook.load import SourceMap
from guildbook.model import KINDS, PROSE, Book, Leaf, Leaves
from guildbook.problems import Problem
from guildbook.prose import Link

_PICTURE = re.compile(r"!\[[^\]]*\]\(")
_LINKED = {kind.scheme: kind for kind in KINDS if kind.in_prose}
"""What prose may link to, by the links' scheme."""


def link_nowhere(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """A link leads nowhere: it has no address, or names something that does not exist.

    In prose you may link to `rule:no-spam`, `channel:introductions` (a place), `person:mara`, `page:help` (a page by
    its address), in the handbook to `playbook:spam`, and to whole addresses.
    """
    for leaf, link in _links(texts):
        if not link.scheme:
            fix = N_("Write a whole address, as in https://…, or something of yours, as in rule:no-spam.")
            yield _problem((leaf, link), source_map, "link-nowhere", N_("This link does not lead anywhere."), fix)
        elif link.scheme == "rule" and link.name in book.rules and book.rules[link.name].draft:
            sentence = N_("This link leads to “{target}”, and that rule is still a draft.")
            fix = N_("Finish the rule and delete its line “draft: true”, or take the link out.")
            yield _problem((leaf, link), source_map, "link-nowhere", sentence, fix)
        elif _is_missing(link, source_map) and not _into_handbook(leaf, link):
            sentence = N_("This link leads to “{target}”, and there is no such thing.")
            yield _problem((leaf, link), source_map, "link-nowhere", sentence, N_("Correct the name behind the colon."))


def broken_link(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """Something begins like a link and is none: its address is broken over two lines, or has a blank in it.

    Readers would see the brackets and the address as they are written.
    """
    for leaf in texts:
        if leaf.marker is PROSE and "`" not in leaf.value and leaf.value.count("](") > len(prose.links(leaf.value)):
            sentence = N_("Something begins like a link here, and is none.")
            fix = N_("Write the whole of [words](address) on one line, without a blank in the address.")
            yield Problem(source_map.word_at(leaf.path, "]("), "broken-link", sentence, fix, {}, leaf.path)


def link_scheme(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """A link begins with something that can do harm, such as `javascript:`.

    Allowed are https, http, mailto and tel, and our own rule, playbook, channel, person and page.
    """
    for leaf, link in _links(texts):
        if link.scheme and link.scheme not in (*prose.WEB_SCHEMES, *_LINKED):
            fix = N_("A link may begin with https:, http:, mailto:, tel:, or with rule:, playbook:, channel:, person:, page:.")
            yield _problem((leaf, link), source_map, "link-scheme", N_("A link may not begin with “{scheme}:”."), fix)


def link_into_handbook(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """A members' text links into the handbook.

    Members could not follow it, and its name alone tells more than it should.
    """
    for leaf, link in _links(texts):
        if _into_handbook(leaf, link):
            sentence = N_("Members read this, and the link leads into the handbook, which they may not see.")
            fix = N_("Take the link out, or tell members here what they need to know.")
            yield _problem((leaf, link), source_map, "link-into-handbook", sentence, fix)


def picture_in_text(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """A picture stands in a text.

    Fields hold words, so that they can be sent to every platform. Pictures belong on a page of your own, in content/pages.
    """
    for leaf in texts:
        if leaf.marker is PROSE and (found := _PICTURE.search(leaf.value)):
            fix = N_("Take it out, or put it on a page of your own in content/pages.")
            at = source_map.word_at(leaf.path, found[0])
            yield Problem(at, "picture-in-text", N_("A picture cannot stand in this text."), fix, {}, leaf.path)


def _links(texts: Leaves) -> Iterator[tuple[Leaf, Link]]:
    for leaf in texts:
        if leaf.marker is PROSE:
            yield from ((leaf, link) for link in prose.links(leaf.value))


def _is_missing(link: Link, source_map: SourceMap) -> bool:
    """True for a link to something that is not in the book; pages are not, and are looked for when they are planned."""
    path = _LINKED[link.scheme].path if link.scheme in _LINKED else ""
    return bool(path) and f"{path}/{link.name}" not in source_map


def _into_handbook(leaf: Leaf, link: Link) -> bool:
    return link.scheme == "playbook" and leaf.audience == "members"


def _problem(found: tuple[Leaf, Link], source_map: SourceMap, check: str, sentence: str, fix: str) -> Problem:
    leaf, link = found
    values = {"target": link.target, "scheme": link.scheme}
    return Problem(source_map.word_at(leaf.path, link.target or "]()"), check, sentence, fix, values, leaf.path)
