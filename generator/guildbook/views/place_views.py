"""The places where members meet, as links and as addresses that a browser may open."""

from collections.abc import Mapping
from dataclasses import dataclass

from guildbook import prose
from guildbook.model import Book
from guildbook.views.marks import Xref


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A place's name and where the site tells more about it."""

    name: str
    href: Xref


def place_links(book: Book) -> Mapping[str, PlaceLink]:
    """Every place as a link, by its id."""
    return {place_id: PlaceLink(place.name, Xref(f"channel:{place_id}")) for place_id, place in book.community.places.items()}


def web_address(text: str | None) -> str:
    """An address that may become a link; nothing for any other text."""
    scheme, colon, rest = (text or "").partition(":")
    return text if text and colon and rest and scheme.lower() in prose.WEB_SCHEMES and " " not in rest else ""
