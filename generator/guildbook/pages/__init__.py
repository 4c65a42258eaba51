"""Which pages there are, who sees them, and in what order: data before it is text."""

from guildbook.load import Own, Where
from guildbook.model import Book, for_members, open_view
from guildbook.pages.handbook import handbook
from guildbook.pages.links import across, lost_pages
from guildbook.pages.members import members
from guildbook.pages.own import with_own
from guildbook.pages.owners import Desk
from guildbook.pages.plan import Card, Markdown, Ours, Page, Plan, SiteName, Target, below, said, site_title
from guildbook.problems import Problem

__all__ = [
    "Card",
    "Desk",
    "Markdown",
    "Ours",
    "Page",
    "Plan",
    "SiteName",
    "Target",
    "plan_sites",
    "said",
    "site_title",
]


def plan_sites(book: Book, own: Own, desk: Desk, where: Where) -> tuple[tuple[Plan, ...], list[Problem]]:
    """The member site, planned from a view of the book that does not hold what is for moderators, and the handbook.

    A community that works in the open (`handbook: public`) gets one site with the open parts of the handbook below /handbook/.
    """
    plans = [members(for_members(book)), handbook(book, desk)]
    if book.site.handbook == "public":
        plans = [below("handbook", handbook(open_view(book), Desk()), plans[0])]
    planned = [with_own(plan, own, [plan.site for plan in plans]) for plan in plans]
    whole = across([plan for plan, _ in planned])
    return whole, [*(problem for _, problems in planned for problem in problems), *lost_pages(book, where, whole)]
