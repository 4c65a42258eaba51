"""The people as moderators see them: whom to turn to for a role, and how each of them is reached."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from guildbook.model import Book
from guildbook.model.team import Person
from guildbook.views.marks import Xref
from guildbook.views.people import zone_in_words
from guildbook.views.place_views import PlaceLink, web_address
from guildbook.views.role_titles import USUAL_TITLES, role_title

_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re.compile(r"\+?\d(?:[ ()/.-]{0,2}\d){6,14}(?!\d)")
_EMERGENCY = re.compile(r"\d{2,6}")


@dataclass(frozen=True, slots=True)
class ContactWay:
    """A way to reach somebody: the owner's line, and the address behind it where a finger can tap it."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class PlacedService:
    """What somebody does in a place, or everywhere."""

    role: str
    place: PlaceLink | None


@dataclass(frozen=True, slots=True)
class Handle:
    """Somebody's handle in a place."""

    place: PlaceLink
    handle: str


@dataclass(frozen=True, slots=True)
class PersonLink:
    """Somebody's name and where they stand on the page of the team."""

    href: Xref
    name: str


@dataclass(frozen=True, slots=True)
class ReachablePerson:
    """Somebody of the team with the ways to reach them.

    Where they are shown for a role, `places` are those of the role, and `instead_of` is the name of whom they stand in for.
    """

    id: str
    href: Xref
    person: Person
    zone: str
    reach: tuple[ContactWay, ...]
    serves: tuple[PlacedService, ...]
    handles: tuple[Handle, ...]
    stands_in: PersonLink | None
    places: tuple[PlaceLink, ...] = ()
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class RoleLink:
    """A role to turn to: its name, its page where it has one, and the people."""

    name: str
    href: str
    people: tuple[ReachablePerson, ...]


def contact_way(line: str) -> ContactWay:
    """The way to reach somebody that a line names."""
    web = next((address for word in line.split() if (address := web_address(word))), "")
    mailbox, telephone = _MAILBOX.search(line), _TELEPHONE.search(line)
    if web or mailbox:
        return ContactWay(line, web or f"mailto:{mailbox[0] if mailbox else ''}")
    number = telephone[0] if telephone else line.strip() if _EMERGENCY.fullmatch(line.strip()) else ""
    return ContactWay(line, "tel:" + re.sub(r"[^\d+]", "", number) if number else "")


def reachable_people(book: Book, places: Mapping[str, PlaceLink]) -> Mapping[str, ReachablePerson]:
    """Everybody of the team, by id."""
    return {person_id: _reachable(book, person_id, person, places) for person_id, person in book.team.people.items()}


def _reachable(book: Book, person_id: str, person: Person, places: Mapping[str, PlaceLink]) -> ReachablePerson:
    deputy = person.for_moderators.stands_in
    return ReachablePerson(
        id=person_id,
        href=Xref(f"person:{person_id}"),
        person=person,
        zone=zone_in_words(person),
        reach=tuple(contact_way(line) for line in person.for_moderators.reach),
        serves=tuple(PlacedService(role_title(book, s.role), places[s.place] if s.place else None) for s in person.serves),
        handles=tuple(Handle(places[place_id], handle) for place_id, handle in person.handles.items()),
        stands_in=PersonLink(Xref(f"person:{deputy}"), book.team.people[deputy].name) if deputy else None,
    )


def role_links(
    book: Book, places: Mapping[str, PlaceLink], people: Mapping[str, ReachablePerson], holders: Mapping[str, Sequence[str]]
) -> Mapping[str, RoleLink]:
    """Every role that a book can name, by id: those who have it, then those who stand in for them."""
    known = dict.fromkeys([*book.team.roles, *USUAL_TITLES])
    return {
        role_id: RoleLink(
            role_title(book, role_id),
            Xref(f"role:{role_id}") if role_id in book.team.roles else "",
            tuple(_to_turn_to(role_id, places, people, holders.get(role_id, ()))),
        )
        for role_id in known
    }


def _to_turn_to(
    role_id: str, places: Mapping[str, PlaceLink], people: Mapping[str, ReachablePerson], holders: Sequence[str]
) -> Iterator[ReachablePerson]:
    for holder in holders:
        serves = people[holder].person.serves
        yield replace(people[holder], places=tuple(places[s.place] for s in serves if s.role == role_id and s.place))
    for holder in holders:
        deputy = people[holder].person.for_moderators.stands_in
        if deputy and deputy not in holders:
            yield replace(people[deputy], instead_of=people[holder].person.name)
