"""Which pages there are, who sees them, and in what order: data before it is text."""

from guildbook.load import CustomFiles, SourceMap
from guildbook.model import Book, for_members, open_view
from guildbook.pages.custom_pages import add_custom_pages
from guildbook.pages.handbook_site import plan_handbook
from guildbook.pages.member_site import plan_member_site
from guildbook.pages.owner_notes import OwnerNotes
from guildbook.pages.page_links import across, lost_pages
from guildbook.pages.plan import Page, PageContent, RedirectPage, SitePlan, below, site_title
from guildbook.problems import Problem
from guildbook.views import Markdown, Msg, Xref, localize

__all__ = [
    "Markdown",
    "Msg",
    "OwnerNotes",
    "Page",
    "PageContent",
    "RedirectPage",
    "SitePlan",
    "Xref",
    "localize",
    "plan_sites",
    "site_title",
]


def plan_sites(
    book: Book, own: CustomFiles, notes: OwnerNotes, source_map: SourceMap
) -> tuple[tuple[SitePlan, ...], list[Problem]]:
    """The member site, planned from a view of the book that does not hold what is for moderators, and the handbook.

    A community that works in the open (`handbook: public`) gets one site with the open parts of the handbook below /handbook/.
    """
    plans = [plan_member_site(for_members(book)), plan_handbook(book, notes)]
    if book.site.handbook == "public":
        plans = [below("handbook", plan_handbook(open_view(book), OwnerNotes()), plans[0])]
    planned = [add_custom_pages(plan, own, [plan.site.name for plan in plans]) for plan in plans]
    whole = across([plan for plan, _ in planned])
    return whole, [*(problem for _, problems in planned for problem in problems), *lost_pages(book, source_map, whole)]
