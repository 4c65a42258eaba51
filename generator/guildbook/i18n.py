"""Our own words in every language: takes a language, gives a translator; keeps nothing.

A sentence is written once, in English, where it is needed. `N_` marks it there so that Babel finds it; a translator turns it
into the reader's language as late as possible, in `report` and `render` only.
"""

from collections.abc import Callable
from gettext import NullTranslations, translation

from guildbook.package_data import package_folder

Translate = Callable[[str], str]
"""From a sentence of ours in English to the reader's language."""

DOMAIN = "guildbook"
CATALOGUES = package_folder("locale")


def N_(sentence: str) -> str:  # noqa: N802 - gettext's own name for "mark, do not translate yet"
    """Mark a sentence for the catalogues and give it back as it is."""
    return sentence


def translator(language: str = "en") -> NullTranslations:
    """A gettext translator for a language tag such as "en" or "pt_BR"; English where there is no catalogue."""
    return translation(DOMAIN, CATALOGUES, languages=[language], fallback=True)
