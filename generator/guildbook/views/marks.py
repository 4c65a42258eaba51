"""Texts that mean more than their letters: our own words, prose, and links to something on the same site."""

from collections.abc import Callable


class Msg(str):
    """Words of ours in English, translated when they are rendered; every other text is the owner's and stays as it is."""


class Markdown(str):
    """Prose of the owner's that stands for itself, outside a part of the book."""


class Xref(str):
    """A thing or page of the same site, named as prose names it in a link (`channel:lounge`); templates get its address.

    A page that the site does not have comes out as an empty text.
    """


def localize(text: str, translate: Callable[[str], str]) -> str:
    """A text as readers get it: our words in their language, the owner's as they are."""
    return translate(text) if isinstance(text, Msg) else text
