"""From an owner's folder to the book, everything that is wrong with it, and where each thing is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from guildbook.load.assemble import Indexed, index_files, merge
from guildbook.load.custom_files import CustomFiles, CustomPage, read_custom_files
from guildbook.load.files import SourceFile, read_source_files, unread_source_files
from guildbook.load.folder_reader import EDITED_FOLDERS, find_folder_problem
from guildbook.load.followups import name_things, suppress_followups
from guildbook.load.model_errors import problem_from_error
from guildbook.load.source_map import SourceMap
from guildbook.model import Book, Community, Part, Purpose
from guildbook.problems import Problem
from guildbook.sources import Source

__all__ = ["EDITED_FOLDERS", "CustomFiles", "CustomPage", "Loaded", "SourceMap", "find_folder_problem", "load"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a folder holds: the book as far as it could be read, the problems met, and where everything stands.

    Nothing may be built from `book` while there is an error among `problems`: what is broken is left out of it.
    """

    book: Book
    problems: tuple[Problem, ...]
    source_map: SourceMap
    sources: Mapping[str, Source]
    custom_files: CustomFiles


def load(folder: Path) -> Loaded:
    """Read a community's folder. All that is wrong with it comes back as problems; nothing is raised and nothing written."""
    if problem := find_folder_problem(folder):
        return Loaded(_book({}), (problem,), index_files(unread_source_files()).source_map, {}, CustomFiles())
    source_files, problems = read_source_files(folder)
    indexed = index_files(source_files)
    problems += indexed.problems
    parts: dict[str, Any] = {}
    for source_file, data in indexed.files:
        part, more = _validate_file(source_file, data, indexed)
        problems += more
        merge(parts, source_file.under, part)
    sources = {source_file.source.file: source_file.source for source_file in source_files}
    custom_files, more = read_custom_files(folder)
    problems = list(name_things(suppress_followups([*problems, *more]), source_files))
    return Loaded(_book(parts), tuple(problems), indexed.source_map, sources, custom_files)


MOST_TOLD = 1_000
"""Things that do not fit, in one file, that are put into words: nobody reads more, and each takes a moment."""


def _validate_file(source_file: SourceFile, data: dict[str, Any], indexed: Indexed) -> tuple[Part | None, list[Problem]]:
    """A file's part of the book without what is broken in it; None where too little is left."""
    holds = source_file.spec.holds
    part, errors = _validate(holds, data)
    problems = [problem_from_error(error, holds, source_file.under, indexed.source_map) for error in errors[:MOST_TOLD]]
    problems = [problem for problem in problems if problem.path not in indexed.empty]
    while errors:
        paths = [path for error in errors if (path := _path_to_drop(error))]
        if len(paths) < len(errors):
            return None, problems
        data = _without(data, paths)
        part, errors = _validate(holds, data)
    return part, problems


def _validate(holds: type[Part], data: dict[str, Any]) -> tuple[Part | None, list[ErrorDetails]]:
    try:
        return holds.model_validate(data), []
    except ValidationError as wrong:
        return None, wrong.errors(include_url=False)


def _path_to_drop(error: ErrorDetails) -> tuple[str, ...]:
    """The smallest thing to leave out so that an error is gone: never one entry of a list, whose numbers are places."""
    path = error["loc"][:-1] if error["type"] == "missing" or error["loc"][-1:] == ("[key]",) else error["loc"]
    until_list = next((number for number, step in enumerate(path) if isinstance(step, int)), len(path))
    return tuple(str(step) for step in path[:until_list])


def _without(data: Any, paths: Iterable[tuple[str, ...]]) -> Any:
    """The same data without what stands at some paths."""
    if not isinstance(data, dict):
        return data
    dropped: set[str] = set()
    deeper: dict[str, list[tuple[str, ...]]] = {}
    for top, *rest in paths:
        if rest:
            deeper.setdefault(top, []).append(tuple(rest))
        else:
            dropped.add(top)
    return {key: _without(value, deeper.get(key, ())) for key, value in data.items() if key not in dropped}


def _book(parts: dict[str, Any]) -> Book:
    return Book.model_construct(**{"community": _NAMELESS, **parts})


_NAMELESS = Community.model_construct(name="", purpose=Purpose.model_construct(short=""))
"""Stands in while community.yml is broken, so that the rest can be checked; nothing is built from it."""
