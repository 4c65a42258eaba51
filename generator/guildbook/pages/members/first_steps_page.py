"""First steps: an easy first word, the places, and the welcome message to read again."""

from collections.abc import Mapping
from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model.community import Place
from guildbook.model.welcome import Welcome
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Msg
from guildbook.views.member_links import MEMBER_LINKS, MemberLinks
from guildbook.views.place_views import PlaceLink
from guildbook.views.welcome_view import MessagePiece, NextStepView, message_pieces, next_step_of


@dataclass(frozen=True, slots=True)
class FirstStepsContent:
    """What a newcomer does first."""

    welcome: Welcome
    icebreaker_place: PlaceLink | None
    message: tuple[MessagePiece, ...]
    places: Mapping[str, Place]
    next: NextStepView | None
    to: MemberLinks = MEMBER_LINKS


def first_steps_page(views: BookViews) -> Page | None:
    """The page of first steps; None where there is neither a place nor a word of welcome."""
    welcome, places = views.book.welcome, views.book.community.places
    if not (welcome.icebreaker or welcome.questions or welcome.alignment or welcome.message or places):
        return None
    content = FirstStepsContent(
        welcome=welcome,
        icebreaker_place=views.place(welcome.icebreaker.place if welcome.icebreaker else None),
        message=tuple(message_pieces(views.book)),
        places=places,
        next=next_step_of(views.book),
    )
    return Page("first-steps", Msg(N_("First steps")), "members/first-steps.md.j2", content)
