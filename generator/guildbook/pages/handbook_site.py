"""The handbook: which pages it has and in what order, from the middle of trouble to the owner's notes."""

from collections.abc import Iterable
from dataclasses import replace

from guildbook.i18n import N_
from guildbook.model import Book, Site
from guildbook.pages.handbook.conversations_page import conversations_page
from guildbook.pages.handbook.energy_page import energy_page
from guildbook.pages.handbook.feedback_page import feedback_page
from guildbook.pages.handbook.handbook_rules_page import handbook_rules_page
from guildbook.pages.handbook.home_page import home_page
from guildbook.pages.handbook.metrics_page import metrics_page
from guildbook.pages.handbook.most_active_page import most_active_page
from guildbook.pages.handbook.newcomers_page import newcomers_page
from guildbook.pages.handbook.offences_page import offences_page
from guildbook.pages.handbook.owners_page import owners_page
from guildbook.pages.handbook.places_page import places_page
from guildbook.pages.handbook.playbook_page import playbook_page
from guildbook.pages.handbook.principles_page import principles_page
from guildbook.pages.handbook.replies_page import replies_page
from guildbook.pages.handbook.role_page import role_page
from guildbook.pages.handbook.team_page import team_page
from guildbook.pages.owner_notes import OwnerNotes
from guildbook.pages.plan import Page, SitePlan, page_targets
from guildbook.pages.targets import part_targets, thing_targets
from guildbook.views import BookViews, Msg

_WORDS_AND_RULES = (replies_page, offences_page, handbook_rules_page, principles_page)
_EVERY_DAY = (
    newcomers_page,
    conversations_page,
    energy_page,
    most_active_page,
    feedback_page,
    metrics_page,
    places_page,
)


def plan_handbook(book: Book, notes: OwnerNotes) -> SitePlan:
    """The handbook of a whole book, with the owner's notes in it; a page with nothing to show does not exist."""
    pages = tuple(_handbook_pages(BookViews(book), notes))
    return SitePlan(
        site=Site("moderators", book.community.language),
        title=book.community.name,
        address=book.site.addresses.handbook,
        accent=book.site.accent,
        privacy=book.site.privacy,
        imprint=book.site.imprint,
        pages=pages,
        targets=page_targets(pages) | thing_targets(book, "moderators") | part_targets(),
    )


def _handbook_pages(views: BookViews, notes: OwnerNotes) -> list[Page]:
    return [
        home_page(views),
        *_in_section(N_("Playbooks"), (playbook_page(views, playbook_id) for playbook_id in views.playbooks)),
        *_in_section(N_("Words and rules"), (make(views) for make in _WORDS_AND_RULES)),
        *_in_section(N_("Every day"), (make(views) for make in _EVERY_DAY)),
        *_in_section(N_("Who is who"), [team_page(views), *(role_page(views, role_id) for role_id in views.book.team.roles)]),
        *_in_section("", [owners_page(views, notes)]),
    ]


def _in_section(section: str, pages: Iterable[Page | None]) -> list[Page]:
    """The pages that exist, below one heading of the navigation."""
    return [replace(page, section=Msg(section)) for page in pages if page]
