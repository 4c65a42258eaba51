"""Life here: what comes back, what to talk about, how people grow, and what came of what they said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model import Purpose
from guildbook.model.community import Activity
from guildbook.model.life import Energy, Feedback, Opening
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Msg
from guildbook.views.life_views import PromptView, RitualView, ThemeView, is_filled
from guildbook.views.member_links import MEMBER_LINKS, MemberLinks
from guildbook.views.place_views import PlaceLink

_QUESTIONS_AT_ONCE = 5
"""How many questions are seen at once; the others are folded away."""


@dataclass(frozen=True, slots=True)
class OpeningView:
    """A way to give something, and the place where to say that one would like to."""

    id: str
    opening: Opening
    place: PlaceLink | None


@dataclass(frozen=True, slots=True)
class LifeContent:
    """The daily side as members see it."""

    purpose: Purpose
    energy: Energy
    rituals: tuple[RitualView, ...]
    challenges: tuple[PromptView, ...]
    questions: tuple[PromptView, ...]
    more_questions: tuple[PromptView, ...]
    growth: Mapping[str, Activity]
    openings: tuple[OpeningView, ...]
    themes: tuple[ThemeView, ...]
    feedback: Feedback
    feedback_place: PlaceLink | None
    to: MemberLinks = MEMBER_LINKS


def life_page(views: BookViews) -> Page | None:
    """The page of the daily side; None where nothing of it is written down."""
    themes = tuple(view for view in views.themes if view.theme.did)
    return Page("life", Msg(N_("Life here")), "members/life.md.j2", _content(views, themes)) if _lives(views, themes) else None


def _lives(views: BookViews, themes: Sequence[ThemeView]) -> bool:
    book = views.book
    others = (book.community.growth, book.community.purpose.repeated_in, book.feedback.ask, book.feedback.place, themes)
    return is_filled(book.conversations) or is_filled(book.energy) or any(others)


def _content(views: BookViews, themes: tuple[ThemeView, ...]) -> LifeContent:
    book = views.book
    questions = tuple(view for view in views.prompts if view.prompt.kind != "challenge")
    return LifeContent(
        purpose=book.community.purpose,
        energy=book.energy,
        rituals=views.rituals,
        challenges=tuple(view for view in views.prompts if view.prompt.kind == "challenge"),
        questions=questions[:_QUESTIONS_AT_ONCE],
        more_questions=questions[_QUESTIONS_AT_ONCE:],
        growth=book.community.growth,
        openings=tuple(OpeningView(i, opening, views.place(opening.place)) for i, opening in book.energy.openings.items()),
        themes=themes,
        feedback=book.feedback,
        feedback_place=views.place(book.feedback.place),
    )
