"""What holds in every crisis, on one page."""

from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model.staff import Principles
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Msg
from guildbook.views.filling import Filling


@dataclass(frozen=True, slots=True)
class PrinciplesContent:
    """The first words, the word that gives time, and every principle."""

    held: Principles
    filling: Filling


def principles_page(views: BookViews) -> Page | None:
    """The page of principles; None where nothing is written down."""
    held = views.book.principles
    if not (held.opens_with or held.holding or held.principles):
        return None
    return Page("principles", Msg(N_("Principles")), "handbook/principles.md.j2", PrinciplesContent(held, views.filling))
