"""Where the tests and the repository stand."""

from pathlib import Path

TESTS = Path(__file__).parent.parent
ROOT = TESTS.parent
COMMUNITIES = TESTS / "communities"
