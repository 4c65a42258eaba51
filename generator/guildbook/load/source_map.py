"""Where everything stands: from a place in the book to a file, a line and a column."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from guildbook.problems import Position

FIRST = "community"
"""Where to point for what is written nowhere: the file that every playbook begins with."""


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Answers where a place such as "rules/no-spam/text" is written; what is broken is known here too.

    `unread` are the places that files with a broken syntax would have filled: nobody can say what exists below them.
    """

    keys: Mapping[str, Position] = field(default_factory=dict)
    values: Mapping[str, Position] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __contains__(self, place: str) -> bool:
        """True where the place is written, or could be in a file that cannot be read."""
        return place in self.keys or self.hides(place)

    def hides(self, place: str) -> bool:
        """True where nobody can say what is at a place, because its file cannot be read."""
        return any(above in self.unread for above in _upwards(place))

    def __call__(self, place: str) -> Position:
        """Where the value at a place begins, or the nearest thing around it that is written down."""
        return self._nearest(place, self.values)

    def key(self, place: str) -> Position:
        """Where the key of a place is written, or the nearest thing around it."""
        return self._nearest(place, self.keys)

    def below(self, place: str) -> list[str]:
        """The ids that are written directly below a place, in order."""
        return [p.rpartition("/")[2] for p in self.keys if p.rpartition("/")[0] == place]

    def word(self, place: str, word: str) -> Position:
        """Where a word stands in the value at a place, or where that value begins if the word is not found as it is."""
        start = self(place)
        for number, line in enumerate(self.lines.get(start.file, ())[start.line - 1 :], start.line):
            found = line.find(word, start.column - 1 if number == start.line else 0)
            if found >= 0:
                return Position(start.file, number, found + 1, len(word))
        return start

    def _nearest(self, place: str, positions: Mapping[str, Position]) -> Position:
        return next((positions[p] for p in (*_upwards(place), FIRST) if p in positions), Position("content/community.yml"))


def _upwards(place: str) -> Iterable[str]:
    yield place
    while "/" in place:
        place = place.rpartition("/")[0]
        yield place
