"""The team in the handbook: who is where and when, whom else to turn to, and a page for each role."""

from collections.abc import Iterator

from guildbook.i18n import N_
from guildbook.model import Book
from guildbook.pages.people import HierarchyNode, hierarchy
from guildbook.pages.plan import Msg, Page, Xref
from guildbook.pages.playbooks import level
from guildbook.pages.roles import person, role, to_turn_to, way


def team_pages(book: Book) -> Iterator[Page]:
    """The page of the team, then one for each role."""
    staff = book.team.for_moderators
    takes_over = staff.takes_over
    values = {
        "people": [person(book, person_id) for person_id in book.team.people],
        "roles": [{"href": Xref(f"role:{role_id}"), "name": one.name} for role_id, one in book.team.roles.items()],
        "takes_over": takes_over if takes_over and (takes_over.who or takes_over.alone) else None,
        "takes_over_who": role(book, takes_over.who) if takes_over else None,
        "contacts": [
            {"id": contact_id, "contact": contact, "reach": [way(line) for line in contact.reach]}
            for contact_id, contact in book.contacts.items()
        ],
        "levels": [
            level(book, level_id) | {"id": level_id, "severity": severity, "wake": role(book, severity.wake)}
            for level_id, severity in book.severity.items()
        ],
        "staff": staff,
    }
    if any(value for name, value in values.items() if name != "staff") or staff.conduct:
        yield Page("team", Msg(N_("Team")), "handbook/team.md.j2", values)
    for role_id, one in book.team.roles.items():
        yield Page(f"team/{role_id}", one.name, "handbook/role.md.j2", _role(book, role_id))


def _role(book: Book, role_id: str) -> dict[str, object]:
    one = book.team.roles[role_id]
    return {
        "role": one,
        "serving": [one for one in to_turn_to(book, role_id) if not one["instead_of"]],
        "answers_to": role(book, one.answers_to),
        "community": book.community.name,
        "purpose": book.community.purpose.short,
        "hierarchy": _with_me(hierarchy(book), role_id),
    }


def _with_me(node: HierarchyNode, here: str) -> HierarchyNode:
    """The hierarchy with a mark where one stands; each role leads to its page here."""
    role_id = str(node["href"]).removeprefix("#role_")
    below = node["below"]
    return node | {
        "href": Xref(f"role:{role_id}") if role_id else "",
        "mark": Msg(N_("you are here")) if role_id == here else "",
        "below": [_with_me(other, here) for other in below] if isinstance(below, list) else [],
    }
