"""The name that somebody probably meant: what every “Did you mean …?” is made of."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

LONGEST = 80
"""Characters; longer names are sentences, of which none is near to another."""

MOST = 2_000
"""Known names that are compared; among more, the search would take longer than a person wants to wait."""


def find_nearest(name: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The known name that is most like `name`, at least as like as `likeness` (from 0 to 1); empty where none is."""
    return _find_nearest(name.lower(), tuple(known)[:MOST], likeness) if len(name) <= LONGEST else ""


@lru_cache(maxsize=256)
def _find_nearest(name: str, known: tuple[str, ...], likeness: float) -> str:
    return next(iter(get_close_matches(name, known, 1, likeness)), "")
