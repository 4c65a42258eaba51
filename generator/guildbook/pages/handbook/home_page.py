"""The handbook's first page: what is happening, what is still open, and what to do today."""

from collections.abc import Iterable
from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model.community import PlaceStaff
from guildbook.model.life import EnergyStaff
from guildbook.model.welcome import WelcomeStaff
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Msg, Xref
from guildbook.views.finder import FinderEntry, finder_entry
from guildbook.views.life_views import DAY_NAMES, PromptView, RitualView
from guildbook.views.place_views import PlaceLink
from guildbook.views.playbook_views import IncidentView, PlaybookLine, playbook_line
from guildbook.views.reach import RoleLink

PROMPTS_TODAY = 3
"""More than three to choose from is a list that nobody reads."""


@dataclass(frozen=True, slots=True)
class Greeting:
    """Who greets newcomers, and how."""

    who: RoleLink | None
    staff: WelcomeStaff


@dataclass(frozen=True, slots=True)
class WatchedPlace:
    """A place where people open up, with what to watch for there."""

    place: PlaceLink
    staff: PlaceStaff


@dataclass(frozen=True, slots=True)
class HomeContent:
    """Every playbook by its signs, and the daily side; each part is empty where there is nothing to do."""

    playbooks: tuple[PlaybookLine, ...]
    holding: str
    index: tuple[FinderEntry, ...]
    open: tuple[IncidentView, ...]
    greet: Greeting | None
    prompts: tuple[PromptView, ...]
    more_prompts: int
    rituals: tuple[RitualView, ...]
    energy: EnergyStaff
    places: tuple[WatchedPlace, ...]
    open_hearted: tuple[PromptView, ...]
    to_newcomers: Xref
    to_conversations: Xref
    to_energy: Xref


def home_page(views: BookViews) -> Page:
    """The page that a moderator opens in trouble, and every day."""
    book, prompts = views.book, _of_different_feelings(views.prompts)
    content = HomeContent(
        playbooks=tuple(playbook_line(i, playbook, views.levels[playbook.severity]) for i, playbook in views.playbooks.items()),
        holding=Xref("part:holding") if book.principles.holding else "",
        index=tuple(finder_entry(playbook_id, playbook) for playbook_id, playbook in views.playbooks.items()),
        open=tuple(view for view in views.incidents if view.incident.state == "open"),
        greet=_greeting(views),
        prompts=prompts,
        more_prompts=len(views.prompts) - len(prompts),
        rituals=_by_day(views.rituals),
        energy=book.energy.for_moderators,
        places=_watched_places(views),
        open_hearted=tuple(view for view in views.prompts if view.prompt.for_moderators.open_hearted),
        to_newcomers=Xref("page:newcomers"),
        to_conversations=Xref("page:conversations"),
        to_energy=Xref("page:energy"),
    )
    return Page("", Msg(N_("In trouble?")), "handbook/home.md.j2", content)


def _greeting(views: BookViews) -> Greeting | None:
    staff = views.book.welcome.for_moderators
    return Greeting(views.role(staff.who), staff) if any(dict(staff).values()) else None


def _watched_places(views: BookViews) -> tuple[WatchedPlace, ...]:
    return tuple(
        WatchedPlace(views.places[place_id], place.for_moderators)
        for place_id, place in views.book.community.places.items()
        if place.for_moderators.watch_for
    )


def _of_different_feelings(prompts: Iterable[PromptView]) -> tuple[PromptView, ...]:
    """The first prompt of each feeling, three at most."""
    first: dict[str | None, PromptView] = {}
    for view in prompts:
        first.setdefault(view.prompt.feeling, view)
    return tuple(first.values())[:PROMPTS_TODAY]


def _by_day(rituals: Iterable[RitualView]) -> tuple[RitualView, ...]:
    """The rituals by the day of the week, those without one last."""
    days = [*DAY_NAMES, None]
    return tuple(sorted(rituals, key=lambda view: days.index(view.ritual.day)))
