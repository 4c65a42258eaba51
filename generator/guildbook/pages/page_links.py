"""Links in prose to a page by its address (`page:help`): what they lead to on each site, and those that lead nowhere."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from guildbook import prose
from guildbook.i18n import N_
from guildbook.load import SourceMap
from guildbook.model import PROSE, Book, Leaf, iter_leaves
from guildbook.pages.plan import SitePlan
from guildbook.problems import Problem

SCHEME = "page"


def _page_links(book: Book) -> Iterator[tuple[Leaf, str]]:
    """Every link to a page in a book's prose: the text that it stands in, and the page's address."""
    for leaf in iter_leaves(book):
        if leaf.marker is PROSE and f"{SCHEME}:" in leaf.value:
            yield from ((leaf, link.name) for link in prose.links(leaf.value) if link.scheme == SCHEME)


def across(plans: Sequence[SitePlan]) -> tuple[SitePlan, ...]:
    """The plans, in which the handbook's links to a page of the members lead to their site, if somebody said where that is."""
    members = plans[0]
    theirs = {name: f"{members.address}{to}" for name, to in members.targets.items() if name.startswith(f"{SCHEME}:")}
    if not members.address:
        theirs = {}
    return tuple(plan if plan is members else replace(plan, targets=theirs | dict(plan.targets)) for plan in plans)


def lost_pages(book: Book, source_map: SourceMap, plans: Sequence[SitePlan]) -> Iterator[Problem]:
    """A problem for each link to a page that is not there for everybody who reads it."""
    everywhere = {name for plan in plans for name in plan.targets}
    for leaf, address in _page_links(book):
        known = plans[0].targets if leaf.audience == "members" else everywhere
        if f"{SCHEME}:{address}" not in known:
            pages = sorted(name.partition(":")[2] for name in known if name.startswith(f"{SCHEME}:"))
            sentence = N_("This link leads to the page “{page}”, and there is no such page for those who read it.")
            values = {"page": address, "pages": ", ".join(pages)}
            at = source_map.word_at(leaf.path, f"{SCHEME}:{address}")
            yield Problem(at, "link-nowhere", sentence, N_("These are there: {pages}."), values, leaf.path)
