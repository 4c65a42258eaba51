"""Who greets newcomers, by when and how, with the words to send."""

from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model.welcome import Welcome
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Msg
from guildbook.views.filling import Filling
from guildbook.views.life_views import is_filled
from guildbook.views.place_views import PlaceLink
from guildbook.views.reach import RoleLink


@dataclass(frozen=True, slots=True)
class NewcomersContent:
    """The welcome from the side of those who give it."""

    welcome: Welcome
    who: RoleLink | None
    icebreaker_place: PlaceLink | None
    next_place: PlaceLink | None
    filling: Filling


def newcomers_page(views: BookViews) -> Page | None:
    """The page about newcomers; None where there is no welcome."""
    welcome = views.book.welcome
    if not is_filled(welcome):
        return None
    content = NewcomersContent(
        welcome=welcome,
        who=views.role(welcome.for_moderators.who),
        icebreaker_place=views.place(welcome.icebreaker.place if welcome.icebreaker else None),
        next_place=views.place(welcome.next_step.place if welcome.next_step else None),
        filling=views.filling,
    )
    return Page("newcomers", Msg(N_("Welcome newcomers")), "handbook/newcomers.md.j2", content)
