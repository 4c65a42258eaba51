"""The welcome: the one thing to do now, and the message that a new member gets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guildbook import prose
from guildbook.i18n import N_
from guildbook.model import Book
from guildbook.model.welcome import NextStep
from guildbook.views.marks import Msg, Xref

_BLANKS = {"member": Msg(N_("your name")), "moderator": Msg(N_("who writes it"))}
"""What stands in the welcome message where a name of somebody's comes in."""


@dataclass(frozen=True, slots=True)
class NextStepView:
    """The one thing to do now, and the address where it is done; None where nobody said one."""

    step: NextStep
    href: str | None


@dataclass(frozen=True, slots=True)
class MessagePiece:
    """A piece of the welcome message: words as they are sent, or the name of a blank that is filled for each new member."""

    text: str
    blank: str


def next_step_of(book: Book) -> NextStepView | None:
    """The next step, at its own address, its place's, or where the site tells about its place."""
    step = book.welcome.next_step
    if step is None:
        return None
    place = book.community.places[step.place] if step.place else None
    about_place = Xref(f"channel:{step.place}") if step.place else ""
    return NextStepView(step, step.link or (place.link if place else None) or about_place)


def message_pieces(book: Book) -> Iterator[MessagePiece]:
    """The welcome message in pieces, with everything filled in that is the same for all."""
    known = _same_for_all(book)
    for number, piece in enumerate(prose.FIELD.split(book.welcome.message or "")):
        is_field = number % 2 == 1
        if is_field and not known.get(piece):
            yield MessagePiece("", _BLANKS.get(piece, f"{{{piece}}}"))
        elif piece:
            yield MessagePiece(known[piece] if is_field else piece, "")


def _same_for_all(book: Book) -> Mapping[str, str]:
    community, step = book.community, book.welcome.next_step
    return {
        "community": community.name,
        "purpose": community.purpose.short,
        "identity": community.identity.one if community.identity else "",
        "vision": (community.vision or "").strip(),
        "next_step": step.label if step else "",
    }
