"""One mistake, one problem: leave out what only follows from another, and give every problem the name of its thing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from guildbook.load.files import SourceFile
from guildbook.problems import Problem

LONGEST_KEY = 200
"""Characters of a line in which its key is looked for."""

_WRITTEN_KEY = re.compile(r"([ \t]*)(?:- +)*([A-Za-z0-9_-][^:#\"']*?)[ \u00a0]*[:：]")
LONGEST_WRITTEN_KEY = 200
"""Characters of a line in which its key is looked for."""


def suppress_followups(problems: Sequence[Problem]) -> list[Problem]:
    """The problems without those that another explains: on the line of a fault of the YAML, or below what does not fit."""
    faulty_lines = {(p.position.file, p.position.line) for p in problems if p.check.startswith("yaml-")}
    misfits = {p.path for p in problems if p.path and p.check != "empty"}
    return [
        problem
        for problem in problems
        if problem.check.startswith("yaml-")
        or not (
            (problem.position.file, problem.position.line) in faulty_lines
            or (problem.check == "empty" and _inside(problem, misfits))
        )
    ]


def _inside(problem: Problem, paths: Iterable[str]) -> bool:
    return any(problem.path.startswith(f"{path}/") for path in paths)


def name_things(problems: Iterable[Problem], source_files: Iterable[SourceFile]) -> Iterator[Problem]:
    """The problems, each with its path; for a fault of the YAML it is found from the keys further out above it."""
    by_name = {source_file.source.file: source_file for source_file in source_files}
    for problem in problems:
        source_file = by_name.get(problem.position.file)
        yield problem if problem.path or source_file is None else replace(problem, path=_path_above(problem, source_file))


def _path_above(problem: Problem, source_file: SourceFile) -> str:
    steps: list[str] = []
    margin = None
    for line in reversed(source_file.source.lines[: problem.position.line]):
        key = _WRITTEN_KEY.match(line[:LONGEST_KEY])
        if key and (margin is None or len(key[1]) < margin):
            margin = len(key[1])
            steps.append(key[2].strip())
    return "/".join(filter(None, [source_file.under, *reversed(steps)]))
