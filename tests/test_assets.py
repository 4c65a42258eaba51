"""What every page loads of ours stays small: one style sheet, a few scripts (in bytes, as hosts send them)."""

import gzip
from collections.abc import Iterable

from guildbook.render.components import BASE, every_component, scripts, stylesheet

KB = 1024
ALL = (BASE, *every_component())
"""More than any site uses."""


def sent(files: Iterable[bytes]) -> int:
    """What files come to when they are sent."""
    return sum(len(gzip.compress(data, mtime=0)) for data in files)


def test_the_stylesheet_stays_below_12_kb() -> None:
    assert 0 < sent([stylesheet(ALL).encode()]) <= 12 * KB


def test_the_scripts_stay_below_14_kb() -> None:
    assert 0 < sent(scripts(ALL).values()) <= 14 * KB
