"""Who is who: the hierarchy, the people, and what each role does."""

from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Msg
from guildbook.views.hierarchy import HierarchyNode
from guildbook.views.member_links import MEMBER_LINKS, MemberLinks
from guildbook.views.people import PersonView, RoleView


@dataclass(frozen=True, slots=True)
class WhoIsWhoContent:
    """The team as members see it."""

    hierarchy: HierarchyNode
    roles: tuple[RoleView, ...]
    people: tuple[PersonView, ...]
    to: MemberLinks = MEMBER_LINKS


def who_is_who_page(views: BookViews) -> Page | None:
    """The page of who is who; None where nobody is written down."""
    team = views.book.team
    if not (team.roles or team.people):
        return None
    content = WhoIsWhoContent(views.hierarchy, views.roles, views.people)
    return Page("who-is-who", Msg(N_("Who is who")), "members/who-is-who.md.j2", content)
