"""One role: what it does and decides, whom it asks, and where it stands; printed, a job advert."""

from dataclasses import dataclass

from guildbook.model.team import Role
from guildbook.pages.plan import Page
from guildbook.views import BookViews
from guildbook.views.hierarchy import HierarchyNode, hierarchy_from
from guildbook.views.reach import ReachablePerson, RoleLink


@dataclass(frozen=True, slots=True)
class RoleContent:
    """A role with those who have it."""

    role: Role
    serving: tuple[ReachablePerson, ...]
    answers_to: RoleLink | None
    community: str
    purpose: str
    hierarchy: HierarchyNode


def role_page(views: BookViews, role_id: str) -> Page:
    """The page of a role."""
    role, community = views.book.team.roles[role_id], views.book.community
    content = RoleContent(
        role=role,
        serving=tuple(person for person in views.role_links[role_id].people if not person.instead_of),
        answers_to=views.role(role.answers_to),
        community=community.name,
        purpose=community.purpose.short,
        hierarchy=hierarchy_from(views.hierarchy, role_id),
    )
    return Page(f"team/{role_id}", role.name, "handbook/role.md.j2", content)
