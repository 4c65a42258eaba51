"""The member site: what people read when they arrive, and come back to, in this order."""

from guildbook.model import Book, Site
from guildbook.pages.members.first_steps_page import first_steps_page
from guildbook.pages.members.help_page import help_page
from guildbook.pages.members.life_page import life_page
from guildbook.pages.members.really_staff_page import really_staff_page
from guildbook.pages.members.rules_page import rules_page
from guildbook.pages.members.welcome_page import welcome_page
from guildbook.pages.members.who_is_who_page import who_is_who_page
from guildbook.pages.plan import SitePlan, page_targets
from guildbook.pages.rule_redirects import rule_redirects
from guildbook.pages.targets import thing_targets
from guildbook.views import BookViews

_PAGES = (welcome_page, first_steps_page, rules_page, who_is_who_page, really_staff_page, life_page, help_page)


def plan_member_site(book: Book) -> SitePlan:
    """The member site of a book that holds nothing for moderators; a page with nothing to show does not exist."""
    views = BookViews(book)
    pages = tuple(page for make in _PAGES if (page := make(views)))
    return SitePlan(
        site=Site("members", book.community.language),
        title=book.community.name,
        address=book.site.addresses.members,
        accent=book.site.accent,
        privacy=book.site.privacy,
        imprint=book.site.imprint,
        pages=pages,
        targets=page_targets(pages) | thing_targets(book, "members"),
        description=book.community.purpose.short,
        redirects=rule_redirects(book),
    )
