"""Where everything stands: from a path through the book to a file, a line and a column."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from guildbook.problems import Position

FIRST = "community"
"""Where to point for what is written nowhere: the file that every playbook begins with."""


@dataclass(frozen=True)
class SourceMap:
    """Answers where a path such as "rules/no-spam/text" is written; what is broken is known here too.

    `unread` are the paths that files with a broken syntax would have filled: nobody can say what exists below them.
    """

    keys: Mapping[str, Position] = field(default_factory=dict)
    values: Mapping[str, Position] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __contains__(self, path: str) -> bool:
        """True where the path is written, or could be in a file that cannot be read."""
        return path in self.keys or self.hides(path)

    def hides(self, path: str) -> bool:
        """True where nobody can say what is at a path, because its file cannot be read."""
        return any(above in self.unread for above in _upwards(path))

    def value_at(self, path: str) -> Position:
        """Where the value at a path begins, or the nearest thing around it that is written down."""
        return self._nearest(path, self.values)

    def key_at(self, path: str) -> Position:
        """Where the key of a path is written, or the nearest thing around it."""
        return self._nearest(path, self.keys)

    def ids_below(self, path: str) -> list[str]:
        """The ids that are written directly below a path, in order."""
        return self._children.get(path, [])

    def word_at(self, path: str, word: str) -> Position:
        """Where a word stands in the value at a path, or where that value begins if the word is not found as it is."""
        start = self.value_at(path)
        for number, line in enumerate(self.lines.get(start.file, ())[start.line - 1 :], start.line):
            found = line.find(word, start.column - 1 if number == start.line else 0)
            if found >= 0:
                return Position(start.file, number, found + 1, len(word))
        return start

    @cached_property
    def _children(self) -> Mapping[str, list[str]]:
        children: dict[str, list[str]] = {}
        for path in self.keys:
            parent, _, name = path.rpartition("/")
            children.setdefault(parent, []).append(name)
        return children

    def _nearest(self, path: str, positions: Mapping[str, Position]) -> Position:
        return next((positions[p] for p in (*_upwards(path), FIRST) if p in positions), Position("content/community.yml"))


def _upwards(path: str) -> Iterable[str]:
    yield path
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path
