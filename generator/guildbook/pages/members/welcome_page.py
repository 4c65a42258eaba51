"""The first page: what this is for, what to do now, and who is here."""

from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model import Community
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Msg
from guildbook.views.member_links import MEMBER_LINKS, MemberLinks
from guildbook.views.people import PersonView
from guildbook.views.rule_views import RuleInShort
from guildbook.views.welcome_view import NextStepView, next_step_of

_SHOWN = 5
"""How many rules and people are seen where all of them would be too many."""


@dataclass(frozen=True, slots=True)
class WelcomeContent:
    """What a newcomer reads first."""

    community: Community
    next: NextStepView | None
    rules: tuple[RuleInShort, ...]
    number_of_rules: int
    people: tuple[PersonView, ...]
    to: MemberLinks = MEMBER_LINKS


def welcome_page(views: BookViews) -> Page:
    """The page on which everybody arrives."""
    content = WelcomeContent(
        community=views.book.community,
        next=next_step_of(views.book),
        rules=views.rules_in_short[:_SHOWN],
        number_of_rules=len(views.rules_in_short),
        people=views.people[:_SHOWN],
    )
    return Page("", Msg(N_("Welcome")), "members/welcome.md.j2", content)
