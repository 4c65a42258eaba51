"""Whom to turn to: a role, the people who serve it, and how each of them is reached."""

import re
from collections.abc import Iterator

from guildbook.model import Book
from guildbook.model.team import Person
from guildbook.pages.people import place_link, role_title, web_address
from guildbook.pages.plan import Xref

_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re.compile(r"\+?\d(?:[ ()/.-]{0,2}\d){6,14}(?!\d)")
_EMERGENCY = re.compile(r"\d{2,6}")


def role(book: Book, role_id: str | None) -> dict[str, object] | None:
    """A role as pages show it: its name, its page where it has one, and the people to turn to."""
    if role_id is None:
        return None
    href = Xref(f"role:{role_id}") if role_id in book.team.roles else ""
    return {"name": role_title(book, role_id), "href": href, "people": list(to_turn_to(book, role_id))}


def person(book: Book, person_id: str) -> dict[str, object]:
    """Somebody of the team as pages show them, with the ways to reach them and who stands in."""
    one = book.team.people[person_id]
    stands_in = one.for_moderators.stands_in
    return {
        "id": person_id,
        "href": Xref(f"person:{person_id}"),
        "person": one,
        "zone": (one.time_zone or "").replace("_", " "),
        "reach": [way(line) for line in one.for_moderators.reach],
        "serves": [{"role": role_title(book, s.role), "place": place_link(book, s.place)} for s in one.serves],
        "handles": [{"place": place_link(book, place_id), "handle": handle} for place_id, handle in one.handles.items()],
        "stands_in": {"href": Xref(f"person:{stands_in}"), "name": book.team.people[stands_in].name} if stands_in else None,
    }


def way(line: str) -> dict[str, str]:
    """A way to reach somebody: the owner's line, and the address behind it where a finger can tap it."""
    web = next((address for word in line.split() if (address := web_address(word))), "")
    mailbox, telephone = _MAILBOX.search(line), _TELEPHONE.search(line)
    if web or mailbox:
        return {"text": line, "href": web or f"mailto:{mailbox[0] if mailbox else ''}"}
    number = telephone[0] if telephone else line.strip() if _EMERGENCY.fullmatch(line.strip()) else ""
    return {"text": line, "href": "tel:" + re.sub(r"[^\d+]", "", number) if number else ""}


def to_turn_to(book: Book, role_id: str) -> Iterator[dict[str, object]]:
    """Those who serve a role, then those who stand in for them."""
    serve_sites = [person_id for person_id, one in book.team.people.items() if _serves(one, role_id)]
    for person_id in serve_sites:
        places = [place_link(book, s.place) for s in book.team.people[person_id].serves if s.role == role_id and s.place]
        yield person(book, person_id) | {"places": places, "instead_of": ""}
    for person_id in serve_sites:
        other = book.team.people[person_id].for_moderators.stands_in
        if other and other not in serve_sites:
            yield person(book, other) | {"places": [], "instead_of": book.team.people[person_id].name}


def _serves(one: Person, role_id: str) -> bool:
    return any(service.role == role_id for service in one.serves)
