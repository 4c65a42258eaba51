"""A text as libyaml's events, bounded so that no file can exhaust us."""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, ScalarEvent

from guildbook.i18n import N_
from guildbook.problems import Problem
from guildbook.sources.text import SourceText

MAX_DEPTH = 20
MAX_NODES = 100_000  # 1,000 rules are 28,000; twice this many take more than a second and 200 MB

Event = Any  # yaml's stubs call every mark optional; those of parsed events never are


class LimitError(Exception):
    """A file is not read any further; the problem says why."""

    def __init__(self, problem: Problem) -> None:
        """The problem is all that it carries."""
        super().__init__(problem)
        self.problem = problem


ValueKind = Literal["plain", "empty", "quoted", "block", "nested", "flow"]
_SPAN_KINDS: dict[str | None, ValueKind] = {"": "plain", "'": "quoted", '"': "quoted", "|": "block", ">": "block"}


class SourceSpan(NamedTuple):
    """Where something stands in a text, in rows and columns from 0; `nested` is where a list or mapping of lines begins."""

    row: int
    column: int
    end_row: int
    end_column: int
    kind: ValueKind


class Events:
    """One pass over a text with the C loader, remembering the last event and, where they are wanted, the spans."""

    def __init__(self, text: SourceText, wants_spans: bool = False) -> None:
        """Nothing is read yet."""
        self.text = text
        self.wants_spans = wants_spans
        self.last: Event = None
        self.spans: list[SourceSpan] = []

    def __iter__(self) -> Iterator[Event]:
        """The events up to a fault of the syntax, or up to the limit that was passed."""
        depth = nodes = 0
        for event in yaml.parse(self.text.body, Loader=yaml.CSafeLoader):
            self.last = event
            nodes += 1
            if type(event) is not ScalarEvent:
                if isinstance(event, CollectionStartEvent):
                    depth += 1
                    if depth > MAX_DEPTH:
                        raise LimitError(_too_deep(self.text, event))
                elif isinstance(event, CollectionEndEvent):
                    depth -= 1
                    nodes -= 1
            if nodes > MAX_NODES:
                raise LimitError(_too_many(self.text, event))
            if self.wants_spans:
                self._keep(event)
            yield event

    def _keep(self, event: Event) -> None:
        start, end = event.start_mark, event.end_mark
        path = start.line, start.column, end.line, end.column
        if type(event) is ScalarEvent:
            self.spans.append(SourceSpan(*path, _SPAN_KINDS[event.style] if event.value or event.style else "empty"))
        elif isinstance(event, CollectionStartEvent):
            self.spans.append(SourceSpan(*path, "flow" if event.flow_style else "nested"))
        elif isinstance(event, AliasEvent) or (isinstance(event, CollectionEndEvent) and path[:2] < path[2:]):
            self.spans.append(SourceSpan(*path, "flow"))


def _too_deep(text: SourceText, event: Event) -> Problem:
    return Problem(
        text.at(event.start_mark.line, event.start_mark.column),
        "yaml-too-deep",
        N_("Lists and keys are put into each other more than {limit} deep here."),
        N_("Nothing in a playbook needs that: look for brackets that are not closed, or lines that stand too far in."),
        {"limit": MAX_DEPTH},
    )


def _too_many(text: SourceText, event: Event) -> Problem:
    return Problem(
        text.at(event.start_mark.line, event.start_mark.column),
        "yaml-too-big",
        N_("This file holds more than {limit} keys and values."),
        N_("Divide it into several files."),
        {"limit": f"{MAX_NODES:,}"},
    )
