"""The people as members see them: who they are, what they do and where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guildbook.model import Book
from guildbook.model.team import Person, Role
from guildbook.views.place_views import PlaceLink
from guildbook.views.role_titles import has_more_to_tell, role_anchor, role_title, roles_in_order


@dataclass(frozen=True, slots=True)
class ServiceView:
    """What somebody does, with its places; one that is served everywhere has none."""

    role: str
    places: tuple[PlaceLink, ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody on the team, as written, with initials for the face, the time zone in words, and each role once."""

    id: str
    person: Person
    initials: str
    zone: str
    serves: tuple[ServiceView, ...]


@dataclass(frozen=True, slots=True)
class NamedLink:
    """A name, and where on the same page more is told; an empty address where nothing is."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class RoleView:
    """A role of which there is something to tell, with the one it answers to and who has it."""

    id: str
    role: Role
    answers_to: NamedLink | None
    people: tuple[NamedLink, ...]


def person_views(book: Book, places: Mapping[str, PlaceLink]) -> tuple[PersonView, ...]:
    """Everybody on the team, in the order in which they are written."""
    return tuple(
        PersonView(person_id, person, initials(person.name), zone_in_words(person), tuple(_services(book, person, places)))
        for person_id, person in book.team.people.items()
    )


def initials(name: str) -> str:
    """The first letters of a name's first and last word."""
    letters = "".join(next((c for c in word if c.isalnum()), "") for word in name.split())
    return (letters[:1] + letters[1:][-1:]).upper() or name[:1]


def zone_in_words(person: Person) -> str:
    """Somebody's time zone with blanks for underscores; nothing where it is not written down."""
    return (person.time_zone or "").replace("_", " ")


def _services(book: Book, person: Person, places: Mapping[str, PlaceLink]) -> list[ServiceView]:
    where: dict[str, list[str | None]] = {}
    for service in person.serves:
        where.setdefault(service.role, []).append(service.place)
    return [
        ServiceView(role_title(book, role_id), () if None in ids else tuple(places[i] for i in ids if i))
        for role_id, ids in where.items()
    ]


def role_views(book: Book, holders: Mapping[str, Sequence[str]]) -> tuple[RoleView, ...]:
    """The roles of which there is something to tell, those who answer for the community first."""
    return tuple(
        RoleView(role_id, book.team.roles[role_id], _asked(book, role_id), _holders(book, holders.get(role_id, ())))
        for role_id in roles_in_order(book)
        if has_more_to_tell(book, role_id)
    )


def _asked(book: Book, role_id: str) -> NamedLink | None:
    above = book.team.roles[role_id].answers_to
    return NamedLink(role_title(book, above), role_anchor(book, above)) if above else None


def _holders(book: Book, person_ids: Sequence[str]) -> tuple[NamedLink, ...]:
    return tuple(NamedLink(book.team.people[i].name, f"#person_{i}") for i in person_ids)
