"""What an owner wrote, as values: texts, lists and mappings, each with its place in the file."""

from dataclasses import dataclass
from typing import Literal

from guildbook.problems import Position, Problem

Style = Literal["plain", "quoted", "block"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text exactly as it was written: `no`, `1.10` and `22:30` are texts like any other."""

    text: str
    at: Position
    style: Style


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    at: Position


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value; the value is None where nothing stands after the colon."""

    key: str
    key_at: Position
    value: "Node | None"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order in which they were written; no key comes twice."""

    entries: tuple[Entry, ...]
    at: Position


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read. `root` is None where it cannot be used as a mapping at all; `problems` then say why."""

    file: str
    lines: tuple[str, ...]
    root: Mapping | None
    problems: tuple[Problem, ...]
