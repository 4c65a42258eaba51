"""A file of an owner, read in one go: what is in it, and everything that is wrong with how it is written."""

import yaml

from guildbook.i18n import N_
from guildbook.problems import Problem, sort_problems
from guildbook.sources.comments import lost_words, suspicious_rows
from guildbook.sources.events import Events, LimitError
from guildbook.sources.explain_fault import explain_fault
from guildbook.sources.fault import OUT_OF_PLACE, Fault, fault_of
from guildbook.sources.layout_errors import glued_in_line
from guildbook.sources.lookalikes import lookalike_in_line
from guildbook.sources.nodes import Nodes
from guildbook.sources.text import SourceText, decode
from guildbook.sources.tree import Mapping, Node, Scalar, Source

_WORDS_FOLLOW = (*OUT_OF_PLACE, "could not find expected ':'", "mapping values are not allowed")


def read(file: str, data: bytes) -> Source:
    """A file's root and problems; `file` is its path in the community's folder, for Positions only."""
    text, problems = decode(file, data)
    if problems:
        return Source(file, text.lines, None, tuple(problems))
    rows = suspicious_rows(text)
    events = Events(text, wants_spans=bool(rows))
    nodes = Nodes(text, iter(events))
    root: Node | None = None
    fault = stop = None
    try:
        root = nodes.document()
    except LimitError as stopped:
        stop = stopped.problem
    except yaml.MarkedYAMLError as error:
        fault = fault_of(text, error, events.last)
    reached = events.last.end_mark.line
    problems = nodes.problems + lost_words(text, [row for row in rows if row <= reached], events.spans)
    if stop:
        problems.append(stop)
    elif fault:
        problems += _unless_told(fault, problems)
    elif not isinstance(root, Mapping) and (root or not problems):
        problems.append(_no_mapping(text, root))
    return Source(file, text.lines, root if isinstance(root, Mapping) else None, tuple(sort_problems(problems)))


def _unless_told(fault: Fault, problems: list[Problem]) -> list[Problem]:
    """The fault's problem, unless another one explains it: one on its line, a dropped rest of a line, a second document."""
    rows = {fault.suspect + 1, fault.above(fault.suspect) + 1}
    words_dropped = any(p.check == "yaml-hash" and p.position.line in rows for p in problems)
    if (words_dropped and fault.says(*_WORDS_FOLLOW)) or any(p.check == "yaml-documents" for p in problems):
        return []
    problem = explain_fault(fault)
    return [] if any(p.position.line == problem.position.line for p in problems) else [problem]


def _no_mapping(text: SourceText, root: Node | None) -> Problem:
    row = next((row for row, line in enumerate(text.lines) if line.lstrip()[:1] not in ("", "#")), 0)
    if root is None:
        return _empty_file_problem(text)
    if isinstance(root, Scalar):
        return lookalike_in_line(text, row) or glued_in_line(text, row) or _only_text(root)
    return Problem(
        root.at,
        "yaml-top",
        N_("This file begins with a list, and a list needs a name."),
        N_("Write the name of the list and a colon on a line above it, and move the list two blanks further in."),
    )


def _only_text(root: Scalar) -> Problem:
    return Problem(
        root.at,
        "yaml-top",
        N_("This file holds a text, and every text needs a name."),
        N_("Write a key, a colon and a blank before it, such as {example}"),
        {"example": "name: Inbox Knights"},
    )


def _empty_file_problem(text: SourceText) -> Problem:
    sentence = N_("There are only comments in this file.") if text.body.strip() else N_("This file is empty.")
    return Problem(
        text.at(0),
        "yaml-empty",
        sentence,
        N_("Fill it in, each line with a key, a colon and a blank, such as {example}, or delete the file."),
        {"example": "name: Inbox Knights"},
    )
