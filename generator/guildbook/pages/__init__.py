"""Which pages there are, who sees them, and in what order: data before it is text."""

from guildbook.model import Book, for_members
from guildbook.pages.handbook import handbook
from guildbook.pages.members import members
from guildbook.pages.plan import Card, Markdown, Ours, Page, Plan, SiteName, Target

__all__ = ["Card", "Markdown", "Ours", "Page", "Plan", "SiteName", "Target", "plan_sites"]


def plan_sites(book: Book) -> tuple[Plan, Plan]:
    """The member site, planned from a view of the book that does not hold what is for moderators, and the handbook."""
    return members(for_members(book)), handbook(book)
