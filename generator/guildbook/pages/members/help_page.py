"""Get help, report, appeal: every way, by the place that it is for."""

from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model.rules import Appeal
from guildbook.model.team import Route
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Msg
from guildbook.views.member_links import MEMBER_LINKS, MemberLinks
from guildbook.views.place_views import PlaceLink


@dataclass(frozen=True, slots=True)
class RouteView:
    """A way to get help or to report something."""

    id: str
    route: Route


@dataclass(frozen=True, slots=True)
class RouteGroup:
    """The ways for one place, or for everywhere."""

    place: PlaceLink | None
    routes: tuple[RouteView, ...]


@dataclass(frozen=True, slots=True)
class HelpContent:
    """Every way to get help, and how to ask for a second look."""

    groups: tuple[RouteGroup, ...]
    appeal: Appeal | None
    appeal_to: str
    to: MemberLinks = MEMBER_LINKS


def help_page(views: BookViews) -> Page | None:
    """The page of help; None where there is no way to get any."""
    routes = views.book.team.help
    if not routes and views.book.appeal is None:
        return None
    groups = tuple(
        RouteGroup(views.place(place_id), tuple(RouteView(i, route) for i, route in routes.items() if route.place == place_id))
        for place_id in dict.fromkeys(route.place for route in routes.values())
    )
    content = HelpContent(groups, views.book.appeal, views.appeal_to)
    return Page("help", Msg(N_("Get help, report, appeal")), "members/help.md.j2", content)
