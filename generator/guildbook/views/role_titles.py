"""What roles are called, in which order they stand, and who has each."""

from collections.abc import Mapping

from guildbook.i18n import N_
from guildbook.model import ROLES, Book
from guildbook.views.marks import Msg

USUAL_TITLES = {
    "administrator": Msg(N_("Administrator")),
    "community-manager": Msg(N_("Community manager")),
    "ambassador": Msg(N_("Ambassador")),
    "moderator": Msg(N_("Moderator")),
    "member": Msg(N_("Member")),
}
"""What the roles of the hierarchy are called where the owner has no name of their own for them."""


def role_title(book: Book, role_id: str) -> str:
    """What a role is called where it stands alone."""
    return book.team.roles[role_id].name if role_id in book.team.roles else USUAL_TITLES[role_id]


def holder_ids(book: Book) -> Mapping[str, tuple[str, ...]]:
    """The ids of the people who have a role, in their order, by the role's id; a role that nobody has is left out."""
    found: dict[str, dict[str, None]] = {}
    for person_id, person in book.team.people.items():
        for service in person.serves:
            found.setdefault(service.role, {})[person_id] = None
    return {role_id: tuple(ids) for role_id, ids in found.items()}


def roles_in_order(book: Book) -> tuple[str, ...]:
    """The roles that somebody described or has, and the two of every community; an owner's own after the one it asks."""
    served = {service.role for person in book.team.people.values() for service in person.serves}
    known = dict.fromkeys([*book.team.roles, *sorted(served), "administrator", "member"])
    return tuple(sorted(known, key=lambda role_id: _rank(book, role_id)))


def _rank(book: Book, role_id: str) -> float:
    if role_id in ROLES:
        return ROLES.index(role_id)
    above = book.team.roles[role_id].answers_to
    return ROLES.index(above) + 0.5 if above in ROLES else len(ROLES) - 1.5


def has_more_to_tell(book: Book, role_id: str) -> bool:
    """True for a role of which more can be told than its name and who has it."""
    described = book.team.roles.get(role_id)
    return described is not None and bool(
        described.answers_to or described.duties or described.may or described.looks_for or described.offers
    )


def role_anchor(book: Book, role_id: str) -> str:
    """Where the page of who is who tells more about a role; nothing where it does not."""
    return f"#role_{role_id}" if has_more_to_tell(book, role_id) else ""
