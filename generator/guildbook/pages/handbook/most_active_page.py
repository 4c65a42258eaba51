"""The community's allies: how to spot them, and what they never get."""

from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model.staff import MostActive
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Msg


@dataclass(frozen=True, slots=True)
class MostActiveContent:
    """The most active members, as the book says it."""

    active: MostActive


def most_active_page(views: BookViews) -> Page | None:
    """The page about the most active members; None where nothing is written down."""
    active = views.book.most_active
    if not active:
        return None
    return Page("most-active", Msg(N_("Most active members")), "handbook/most-active.md.j2", MostActiveContent(active))
