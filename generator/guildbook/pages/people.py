"""What both sites can show of the people: who they are, what they do and where, and who stands above whom."""

from collections.abc import Iterator

from guildbook import prose
from guildbook.i18n import N_
from guildbook.model import ROLES, Book
from guildbook.model.team import Person
from guildbook.pages.plan import Msg, Xref

TITLES = {
    "administrator": Msg(N_("Administrator")),
    "community-manager": Msg(N_("Community manager")),
    "ambassador": Msg(N_("Ambassador")),
    "moderator": Msg(N_("Moderator")),
    "member": Msg(N_("Member")),
}
"""What the roles of the hierarchy are called where the owner has no name of their own for them."""

HierarchyNode = dict[str, object]


def web_address(text: str | None) -> str:
    """An address that may become a link; nothing for any other text."""
    scheme, colon, rest = (text or "").partition(":")
    return text if text and colon and rest and scheme.lower() in prose.WEB_SCHEMES and " " not in rest else ""


def place_link(book: Book, place_id: str | None) -> dict[str, str] | None:
    """A place's name and where the site tells more about it."""
    return {"name": book.community.places[place_id].name, "href": Xref(f"channel:{place_id}")} if place_id else None


def role_title(book: Book, role: str) -> str:
    """What a role is called where it stands alone."""
    return book.team.roles[role].name if role in book.team.roles else TITLES[role]


def initials(name: str) -> str:
    """The first letters of a name's first and last word."""
    letters = "".join(next((c for c in word if c.isalnum()), "") for word in name.split())
    return (letters[:1] + letters[1:][-1:]).upper() or name[:1]


def people(book: Book) -> list[dict[str, object]]:
    """Everybody on the team, as written, each with what they do and where."""
    return [
        {
            "id": person_id,
            "person": person,
            "initials": initials(person.name),
            "zone": (person.time_zone or "").replace("_", " "),
            "serves": _serves(book, person),
        }
        for person_id, person in book.team.people.items()
    ]


def _serves(book: Book, person: Person) -> list[dict[str, object]]:
    """What somebody does, each role once with its places; one that is served everywhere has none."""
    places: dict[str, list[str | None]] = {}
    for service in person.serves:
        places.setdefault(service.role, []).append(service.place)
    return [
        {"role": role_title(book, role), "places": [place_link(book, one) for one in where if None not in where]}
        for role, where in places.items()
    ]


def roles(book: Book) -> list[dict[str, object]]:
    """The roles of which there is something to tell, those who answer for the community first, each with who has it."""
    return [
        {
            "id": role_id,
            "role": book.team.roles[role_id],
            "answers_to": _named(book, book.team.roles[role_id].answers_to),
            "people": [{"name": person.name, "href": f"#person_{person_id}"} for person_id, person in _serving(book, role_id)],
        }
        for role_id in _in_order(book)
        if _has_more(book, role_id)
    ]


def hierarchy(book: Book) -> HierarchyNode:
    """Who stands above whom: the brand, its communities, and in this one its roles down to the members."""
    brand, name = book.community.brand, book.community.name
    ours = _node(name, mark=Msg(N_("this community")), below=_role_tree(book))
    if brand is None:
        return ours
    sisters = [
        ours | {"name": sister.name} if sister.this_one else _node(sister.name, note=sister.for_whom or "")
        for sister in brand.communities.values()
    ]
    if not any(sister.this_one for sister in brand.communities.values()):
        sisters.insert(0, ours)
    return _node(brand.name, below=sisters)


def _node(
    name: str, *, href: str = "", note: str = "", mark: str = "", below: list[HierarchyNode] | None = None
) -> HierarchyNode:
    return {"name": name, "href": href, "note": note, "mark": mark, "below": below or []}


def _role_tree(book: Book) -> list[HierarchyNode]:
    order = _in_order(book)
    above = {role: _above(book, role, order[:number]) for number, role in enumerate(order)}

    def below(parent: str | None) -> list[HierarchyNode]:
        return [_role_node(book, role, below(role)) for role in order if above[role] == parent]

    return below(None)


def _role_node(book: Book, role: str, below: list[HierarchyNode]) -> HierarchyNode:
    names = ", ".join(person.name for _, person in _serving(book, role))
    mark = Msg(N_("you are here")) if role == "member" else ""
    return _node(role_title(book, role), href=_anchor(book, role), note=names, mark=mark, below=below)


def _anchor(book: Book, role: str) -> str:
    return f"#role_{role}" if _has_more(book, role) else ""


def _has_more(book: Book, role: str) -> bool:
    """True for a role of which more can be told than its name and who has it."""
    described = book.team.roles.get(role)
    return described is not None and bool(
        described.answers_to or described.duties or described.may or described.looks_for or described.offers
    )


def _in_order(book: Book) -> list[str]:
    """The roles that somebody described or has, and the two of every community; an owner's own after the one it asks."""
    served = {service.role for person in book.team.people.values() for service in person.serves}
    known = dict.fromkeys([*book.team.roles, *sorted(served), "administrator", "member"])
    return sorted(known, key=lambda role: _rank(book, role))


def _rank(book: Book, role: str) -> float:
    if role in ROLES:
        return ROLES.index(role)
    above = book.team.roles[role].answers_to
    return ROLES.index(above) + 0.5 if above in ROLES else len(ROLES) - 1.5


def _above(book: Book, role: str, before: list[str]) -> str | None:
    """The role that this one answers to; where nobody said so, the nearest of the usual ones before it."""
    asked = book.team.roles[role].answers_to if role in book.team.roles else None
    if asked in before:
        return asked
    return next((other for other in reversed(before) if other in ROLES), before[-1] if before else None)


def _named(book: Book, role: str | None) -> dict[str, str] | None:
    return {"name": role_title(book, role), "href": _anchor(book, role)} if role else None


def _serving(book: Book, role: str) -> Iterator[tuple[str, Person]]:
    return (
        (person_id, person)
        for person_id, person in book.team.people.items()
        if any(service.role == role for service in person.serves)
    )
