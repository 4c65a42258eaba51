"""Sort what was read into one book: plain data for the model, the position of everything, and what stands twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from guildbook import sources
from guildbook.i18n import N_
from guildbook.load.files import SourceFile
from guildbook.load.source_map import SourceMap
from guildbook.model import Part, fields
from guildbook.problems import Position, Problem
from guildbook.sources import Node


@dataclass(frozen=True, slots=True)
class Indexed:
    """The files as plain data, where everything in them stands, and the places after whose colon nothing is written."""

    files: list[tuple[SourceFile, dict[str, Any]]]
    source_map: SourceMap
    empty: frozenset[str]
    problems: list[Problem]


def index_files(source_files: Sequence[SourceFile]) -> Indexed:
    """Sort files that were read. Where two files say the same thing, the first is kept and the second is a problem."""
    files: list[tuple[SourceFile, dict[str, Any]]] = []
    keys: dict[str, Position] = {}
    values: dict[str, Position] = {}
    empty: list[str] = []
    unread: list[str] = []
    problems: list[Problem] = []
    for source_file in source_files:
        problems += source_file.source.problems
        if source_file.source.root is None:
            unread += _would_fill(source_file)
            continue
        if source_file.under:
            keys.setdefault(source_file.under, Position(source_file.source.file))
        for path, key_at, node in _walk(source_file.source.root, source_file.under):
            if path in keys and _is_thing(source_file, path):
                problems.append(_written_twice(path, key_at, keys[path]))
            keys.setdefault(path, key_at)
            values.setdefault(path, node.at if node else key_at)
            if node is None:
                empty.append(path)
                problems.append(_nothing_behind(path, key_at))
        files.append(
            (source_file, {e.key: node_to_data(e.value) for e in source_file.source.root.entries if e.value is not None})
        )
    return Indexed(
        files,
        SourceMap(keys, values, frozenset(unread), {file.source.file: file.source.lines for file in source_files}),
        frozenset(empty),
        problems,
    )


def node_to_data(node: Node) -> Any:
    """A node as text, lists and dicts; keys with nothing behind them are left out."""
    match node:
        case sources.Scalar():
            return node.text
        case sources.Sequence():
            return [node_to_data(item) for item in node.items]
        case sources.Mapping():
            return {entry.key: node_to_data(entry.value) for entry in node.entries if entry.value is not None}


def merge(parts: dict[str, Any], under: str, part: Part | None) -> None:
    """Put a file's part where it belongs among the parts of the book."""
    if part is None:
        return
    top, _, thing = under.partition("/")
    if thing:
        parts.setdefault(top, {})[thing] = part
    elif top:
        parts[top] = part
    else:
        for name in sorted(part.model_fields_set):
            value, before = getattr(part, name), parts.get(name)
            parts[name] = (
                {**before, **{k: v for k, v in value.items() if k not in before}}
                if isinstance(before, dict)
                else before or value
            )


def _walk(node: Node, path: str) -> Iterator[tuple[str, Position, Node | None]]:
    """Every key and list entry below a node: its path, where its key stands, and its value."""
    if isinstance(node, sources.Mapping):
        for entry in node.entries:
            below = f"{path}/{entry.key}" if path else entry.key
            yield below, entry.key_at, entry.value
            if entry.value is not None:
                yield from _walk(entry.value, below)
    elif isinstance(node, sources.Sequence):
        for number, item in enumerate(node.items):
            yield f"{path}/{number}", item.at, item
            yield from _walk(item, f"{path}/{number}")


def _would_fill(source_file: SourceFile) -> list[str]:
    return [source_file.under] if source_file.under else [field.key for field in fields(source_file.spec.holds)]


def _is_thing(source_file: SourceFile, path: str) -> bool:
    return not source_file.under and path.count("/") == 1


def _written_twice(path: str, here: Position, first: Position) -> Problem:
    sentence = N_("“{key}” is written in two files; the other is {file}, line {line}.")
    values = {"key": path.rpartition("/")[2], "file": first.file, "line": first.line}
    return Problem(here, "written-twice", sentence, N_("Keep one of them."), values, path)


def _nothing_behind(path: str, here: Position) -> Problem:
    sentence = N_("Nothing stands after “{key}:”.")
    return Problem(
        here, "empty", sentence, N_("Write something there, or delete the line."), {"key": path.rpartition("/")[2]}, path
    )
