"""A file of an owner, read in one go: what is in it, and everything that is wrong with how it is written."""

from yaml.events import DocumentEndEvent, DocumentStartEvent, NodeEvent, ScalarEvent, StreamStartEvent

from guildbook.problems import Problem, in_order
from guildbook.sources.advice import explain
from guildbook.sources.comments import lost_words
from guildbook.sources.events import Event, Events, events
from guildbook.sources.fault import Fault, fault_of
from guildbook.sources.lookalikes import lookalike_in_line
from guildbook.sources.nodes import Nodes, TooMany
from guildbook.sources.places import glued_in_line
from guildbook.sources.text import MAX_TOLD, Text, decode
from guildbook.sources.tree import Mapping, Node, Scalar, Source
from guildbook.words import N_

_WORDS_FOLLOW = ("expected key", "'-' indicator", "expected ':'", "mapping values", "<document start>")


def read(file: str, data: bytes) -> Source:
    """A file's root and problems; `file` is its path in the community's folder, for Positions only."""
    text, problems = decode(file, data)
    if problems:
        return Source(file, text.lines, None, tuple(problems))
    found = events(text)
    root, problems = _root(text, found)
    problems += _documents(text, found.seen)
    problems += lost_words(text, found.seen)
    if found.limit:
        problems.append(found.limit)
    elif found.fault:
        fault = fault_of(text, found.fault, found.seen[-1])
        problems += [] if _is_explained(fault, problems) else _beside(problems, explain(fault))
    elif not isinstance(root, Mapping) and (root or not problems):
        problems.append(_no_mapping(text, root))
    usable = isinstance(root, Mapping) and not found.limit and not found.fault
    return Source(file, text.lines, root if usable else None, tuple(in_order(problems)))


def _root(text: Text, found: Events) -> tuple[Node | None, list[Problem]]:
    """The first document's root; None where there is none, or where reading broke off."""
    rest = iter(found.seen)
    nodes = Nodes(text, rest)
    first = next((event for event in rest if not isinstance(event, DocumentStartEvent | StreamStartEvent)), None)
    if not isinstance(first, NodeEvent) or _is_nothing(first):
        return None, []
    try:
        return nodes.node(first), nodes.problems
    except StopIteration:
        return None, nodes.problems
    except TooMany:
        return None, [*nodes.problems, _too_many(nodes.problems[-1])]


def _is_nothing(event: Event) -> bool:
    return isinstance(event, ScalarEvent) and not event.value and not event.style and event.anchor is event.tag is None


def _is_explained(fault: Fault, problems: list[Problem]) -> bool:
    """Does a dropped rest of a line, or a second document, explain why the lines after it do not fit?"""
    rows = {fault.suspect + 1, fault.above(fault.suspect) + 1}
    hidden = any(p.check == "yaml-hash" and p.position.line in rows for p in problems)
    return (hidden and fault.says(*_WORDS_FOLLOW)) or any(p.check == "yaml-documents" for p in problems)


def _beside(problems: list[Problem], new: Problem) -> list[Problem]:
    """The new problem, where nothing else is told about its line."""
    return [] if any(p.position.line == new.position.line for p in problems) else [new]


def _documents(text: Text, seen: list[Event]) -> list[Problem]:
    """Directives, a second `---` and `...`: one file is one document."""
    marks = [event for event in seen if isinstance(event, DocumentStartEvent | DocumentEndEvent)]
    problems = [_directive(text, event) for event in marks[:1] if event.version or event.tags]
    extra = [event for event in marks[1:] if event.explicit]
    return problems + [_second_document(text, event) for event in extra[:1]]


def _directive(text: Text, event: Event) -> Problem:
    row = event.start_mark.line
    return Problem(
        text.at(row),
        "yaml-directive",
        N_("A line that begins with % is an instruction to YAML, which a playbook has no use for."),
        N_("Take the line out, and the --- below it."),
    )


def _second_document(text: Text, event: Event) -> Problem:
    row = event.end_mark.line
    return Problem(
        text.at(row, 0, 3),
        "yaml-documents",
        N_("With {sign} YAML ends what stands above and begins anew; a file of a playbook is read as one piece."),
        N_("Take the line out. If it is text, move it two blanks further in than its key."),
        {"sign": text.row(row)[:3]},
    )


def _too_many(last: Problem) -> Problem:
    return Problem(
        last.position,
        "yaml-too-many",
        N_("This file holds {limit} problems up to here, and was not read further."),
        N_("Mend these first; then you are told the rest."),
        {"limit": MAX_TOLD},
    )


def _no_mapping(text: Text, root: Node | None) -> Problem:
    row = next((row for row, line in enumerate(text.lines) if line.lstrip()[:1] not in ("", "#")), 0)
    if root is None:
        return _empty(text)
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


def _empty(text: Text) -> Problem:
    sentence = N_("There are only comments in this file.") if text.body.strip() else N_("This file is empty.")
    return Problem(
        text.at(0),
        "yaml-empty",
        sentence,
        N_("Fill it in, each line with a key, a colon and a blank, such as {example}, or delete the file."),
        {"example": "name: Inbox Knights"},
    )
