"""Where the community meets, what to watch for there, and how the few acts of a moderator are done."""

from collections.abc import Iterator
from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model import CHECKED
from guildbook.model.community import Place
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Msg
from guildbook.views.how_to import HowItIsDone
from guildbook.views.life_views import is_filled
from guildbook.views.place_views import web_address
from guildbook.views.playbook_views import PlaybookLink


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place, the address where it is if a browser may open it, and the playbook for when it goes wrong there."""

    id: str
    place: Place
    href: str
    playbook: PlaybookLink | None
    has_how_to: bool


@dataclass(frozen=True, slots=True)
class PlacesContent:
    """All places and the platforms that they are on; `checked` is when we last looked at these, as a date."""

    places: tuple[PlaceView, ...]
    platforms: tuple[HowItIsDone, ...]
    checked: str = CHECKED


def places_page(views: BookViews) -> Page | None:
    """The page of places; None where there are none."""
    places = tuple(_place_views(views))
    return (
        Page("places", Msg(N_("Places")), "handbook/places.md.j2", PlacesContent(places, views.platforms)) if places else None
    )


def _place_views(views: BookViews) -> Iterator[PlaceView]:
    for place_id, place in views.book.community.places.items():
        staff = place.for_moderators
        playbook = views.playbook_link(staff.playbook)
        yield PlaceView(place_id, place, web_address(place.link), playbook, is_filled(staff.how_to))
