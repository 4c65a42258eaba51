"""What holds in every crisis, on one page."""

from guildbook.i18n import N_
from guildbook.model import Book
from guildbook.pages.filling import filling
from guildbook.pages.plan import Msg, Page


def principles_page(book: Book) -> Page | None:
    """The first words, the word that gives time, and every principle; None where nothing is written down."""
    held = book.principles
    if not (held.opens_with or held.holding or held.principles):
        return None
    return Page("principles", Msg(N_("Principles")), "handbook/principles.md.j2", {"held": held, "filling": filling(book)})
