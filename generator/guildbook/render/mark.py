"""A mark for a community that has none of its own: its first letter on its colour."""

from guildbook import prose
from guildbook.render.colours import legible, text_on
from guildbook.render.tokens import paper


def mark(name: str, accent: str) -> str:
    """An SVG of 64 by 64 with the first letter of a name, for the browser's tab and the corner of every page."""
    colour = legible(accent, paper(is_dark=False))
    letter = prose.escape_all(name[:1].upper())
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
        f'<rect width="64" height="64" rx="14" fill="{colour}"/>'
        f'<text x="32" y="45" font-family="Georgia, serif" font-size="38" font-weight="700" text-anchor="middle" '
        f'fill="{text_on(colour)}">{letter}</text></svg>\n'
    )
