"""What members said, the loops that are still open first."""

from collections.abc import Iterator
from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model.life import Feedback
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Msg
from guildbook.views.life_views import ThemeView, is_filled
from guildbook.views.place_views import PlaceLink

_STATES = {
    "heard": Msg(N_("Heard, and not yet passed on")),
    "passed on": Msg(N_("Passed on, and not yet decided")),
    "decided": Msg(N_("Decided: now tell the members")),
    "told": Msg(N_("Told")),
}


@dataclass(frozen=True, slots=True)
class ThemesInState:
    """The themes that are equally far."""

    id: str
    name: Msg
    themes: tuple[ThemeView, ...]


@dataclass(frozen=True, slots=True)
class FeedbackContent:
    """What members said, by how far it is."""

    feedback: Feedback
    place: PlaceLink | None
    states: tuple[ThemesInState, ...]


def feedback_page(views: BookViews) -> Page | None:
    """The page of feedback; None where there is none."""
    heard = views.book.feedback
    if not is_filled(heard):
        return None
    content = FeedbackContent(heard, views.place(heard.place), tuple(_by_state(views)))
    return Page("feedback", Msg(N_("Feedback")), "handbook/feedback.md.j2", content)


def _by_state(views: BookViews) -> Iterator[ThemesInState]:
    for state, name in _STATES.items():
        if themes := tuple(view for view in views.themes if view.theme.for_moderators.state == state):
            yield ThemesInState(state.replace(" ", "-"), name, themes)
