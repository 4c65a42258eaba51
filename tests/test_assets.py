"""What every page loads of ours stays small: one stylesheet, a few scripts (in bytes, as hosts send them)."""

import gzip
from pathlib import Path

import guildbook

ASSETS = Path(guildbook.__file__).parent / "assets"
KB = 1024


def sent(pattern: str) -> int:
    """What files come to when they are sent."""
    return sum(len(gzip.compress(path.read_bytes(), mtime=0)) for path in ASSETS.rglob(pattern))


def test_the_stylesheet_stays_below_12_kb() -> None:
    assert 0 < sent("*.css") <= 12 * KB


def test_the_scripts_stay_below_14_kb() -> None:
    assert 0 < sent("*.js") <= 14 * KB
