"""The team: who is where and when, who takes over, whom else to turn to, and how bad something is."""

from collections.abc import Iterator
from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model.staff import Contact, Severity
from guildbook.model.team import TakesOver, TeamStaff
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Msg, Xref
from guildbook.views.reach import ContactWay, PersonLink, ReachablePerson, RoleLink, contact_way


@dataclass(frozen=True, slots=True)
class ContactView:
    """Somebody outside, with the ways to reach them."""

    id: str
    contact: Contact
    reach: tuple[ContactWay, ...]


@dataclass(frozen=True, slots=True)
class SeverityEntry:
    """A level of an owner's own scale, its name and shape, and the role to wake."""

    id: str
    name: str
    shape: str
    severity: Severity
    wake: RoleLink | None


@dataclass(frozen=True, slots=True)
class TeamContent:
    """Everybody to turn to."""

    people: tuple[ReachablePerson, ...]
    roles: tuple[PersonLink, ...]
    takes_over: TakesOver | None
    takes_over_who: RoleLink | None
    contacts: tuple[ContactView, ...]
    levels: tuple[SeverityEntry, ...]
    staff: TeamStaff


def team_page(views: BookViews) -> Page | None:
    """The page of the team; None where there is nobody and nothing to say."""
    book = views.book
    staff, takes_over = book.team.for_moderators, book.team.for_moderators.takes_over
    content = TeamContent(
        people=tuple(views.reachable.values()),
        roles=tuple(PersonLink(Xref(f"role:{role_id}"), role.name) for role_id, role in book.team.roles.items()),
        takes_over=takes_over if takes_over and (takes_over.who or takes_over.alone) else None,
        takes_over_who=views.role(takes_over.who if takes_over else None),
        contacts=tuple(_contact_views(views)),
        levels=tuple(_severity_entries(views)),
        staff=staff,
    )
    shown = content.people or content.roles or content.takes_over or content.contacts or content.levels or staff.conduct
    return Page("team", Msg(N_("Team")), "handbook/team.md.j2", content) if shown else None


def _contact_views(views: BookViews) -> Iterator[ContactView]:
    for contact_id, contact in views.book.contacts.items():
        yield ContactView(contact_id, contact, tuple(contact_way(line) for line in contact.reach))


def _severity_entries(views: BookViews) -> Iterator[SeverityEntry]:
    for level_id, severity in views.book.severity.items():
        level = views.levels[level_id]
        yield SeverityEntry(level_id, level.name, level.shape, severity, views.role(severity.wake))
