"""What to look at, how harm is held off, and what members read about it."""

from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model.life import Energy
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Msg
from guildbook.views.life_views import is_filled


@dataclass(frozen=True, slots=True)
class EnergyContent:
    """The energy of the community, as the book says it."""

    energy: Energy


def energy_page(views: BookViews) -> Page | None:
    """The page about energy; None where nothing is written down."""
    energy = views.book.energy
    return Page("energy", Msg(N_("Energy")), "handbook/energy.md.j2", EnergyContent(energy)) if is_filled(energy) else None
