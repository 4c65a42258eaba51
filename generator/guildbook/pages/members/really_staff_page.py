"""How members tell staff from somebody who pretends to be."""

from collections.abc import Iterator
from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model import Book
from guildbook.model.team import Genuine
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Msg
from guildbook.views.member_links import MEMBER_LINKS, MemberLinks
from guildbook.views.place_views import PlaceLink
from guildbook.views.role_titles import role_title


@dataclass(frozen=True, slots=True)
class StaffHandle:
    """Somebody's exact handle in a place, and the first thing they do."""

    name: str
    handle: str
    role: str


@dataclass(frozen=True, slots=True)
class PlaceStaffHandles:
    """A place with the handles of the team there."""

    place: PlaceLink
    staff: tuple[StaffHandle, ...]


@dataclass(frozen=True, slots=True)
class ReallyStaffContent:
    """How to check whether somebody is of the team."""

    genuine: Genuine | None
    places: tuple[PlaceStaffHandles, ...]
    to: MemberLinks = MEMBER_LINKS


def really_staff_page(views: BookViews) -> Page | None:
    """The page that tells staff from pretenders; None where there is neither a handle nor a word about it."""
    genuine = views.book.team.genuine
    places = [PlaceStaffHandles(link, tuple(_handles_in(views.book, place_id))) for place_id, link in views.places.items()]
    known = tuple(place for place in places if place.staff)
    if not known and not (genuine and (genuine.never_ask or genuine.check or genuine.report)):
        return None
    return Page(
        "really-staff", Msg(N_("Is this really staff?")), "members/really-staff.md.j2", ReallyStaffContent(genuine, known)
    )


def _handles_in(book: Book, place_id: str) -> Iterator[StaffHandle]:
    for person in book.team.people.values():
        if place_id in person.handles:
            role = role_title(book, person.serves[0].role) if person.serves else ""
            yield StaffHandle(person.name, person.handles[place_id], role)
