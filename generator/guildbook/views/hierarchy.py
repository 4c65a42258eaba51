"""Who stands above whom: the brand, its communities, and in this one its roles down to the members."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from guildbook.i18n import N_
from guildbook.model import ROLES, Book
from guildbook.views.marks import Msg, Xref
from guildbook.views.role_titles import role_anchor, role_title, roles_in_order


@dataclass(frozen=True, slots=True)
class HierarchyNode:
    """A brand, a community or a role, and what stands below it; `mark` are words of ours for where one is."""

    name: str
    role: str = ""
    href: str = ""
    note: str = ""
    mark: str = ""
    below: "tuple[HierarchyNode, ...]" = ()


def hierarchy_of(book: Book, holders: Mapping[str, Sequence[str]]) -> HierarchyNode:
    """The whole tree as members see it: each role leads to what is told about it on the same page."""
    brand, name = book.community.brand, book.community.name
    ours = HierarchyNode(name, mark=Msg(N_("this community")), below=_role_tree(book, holders))
    if brand is None:
        return ours
    sisters = [
        replace(ours, name=sister.name) if sister.this_one else HierarchyNode(sister.name, note=sister.for_whom or "")
        for sister in brand.communities.values()
    ]
    if not any(sister.this_one for sister in brand.communities.values()):
        sisters.insert(0, ours)
    return HierarchyNode(brand.name, below=tuple(sisters))


def hierarchy_from(node: HierarchyNode, role_id: str) -> HierarchyNode:
    """The tree as those see it who have a role: a mark where they stand, and each role leads to its page of the handbook."""
    return replace(
        node,
        href=Xref(f"role:{node.role}") if node.href else "",
        mark=Msg(N_("you are here")) if node.href and node.role == role_id else "",
        below=tuple(hierarchy_from(other, role_id) for other in node.below),
    )


def _role_tree(book: Book, holders: Mapping[str, Sequence[str]]) -> tuple[HierarchyNode, ...]:
    order = roles_in_order(book)
    above = {role_id: _above(book, role_id, order[:number]) for number, role_id in enumerate(order)}

    def below(parent: str | None) -> tuple[HierarchyNode, ...]:
        return tuple(_role_node(book, i, holders.get(i, ()), below(i)) for i in order if above[i] == parent)

    return below(None)


def _role_node(book: Book, role_id: str, holders: Sequence[str], below: tuple[HierarchyNode, ...]) -> HierarchyNode:
    names = ", ".join(book.team.people[person_id].name for person_id in holders)
    mark = Msg(N_("you are here")) if role_id == "member" else ""
    return HierarchyNode(role_title(book, role_id), role_id, role_anchor(book, role_id), names, mark, below)


def _above(book: Book, role_id: str, before: Sequence[str]) -> str | None:
    """The role that this one answers to; where nobody said so, the nearest of the usual ones before it."""
    asked = book.team.roles[role_id].answers_to if role_id in book.team.roles else None
    if asked in before:
        return asked
    return next((other for other in reversed(before) if other in ROLES), before[-1] if before else None)
