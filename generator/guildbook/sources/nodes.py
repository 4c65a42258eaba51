"""From events to nodes, refusing on the way what YAML can do and a playbook has no use for."""

from collections.abc import Iterator

from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from guildbook.problems import Position, Problem
from guildbook.sources import refusals
from guildbook.sources.events import Event, LimitError
from guildbook.sources.lookalikes import lookalike_before_text, lookalike_in_key
from guildbook.sources.text import MAX_TOLD, SourceText
from guildbook.sources.tree import Entry, Mapping, Node, Scalar, Sequence, Style

_STYLES: dict[str, Style] = {"": "plain", '"': "quoted", "'": "quoted", "|": "block", ">": "block"}
_DOCUMENT_MARKS = DocumentStartEvent, DocumentEndEvent


class Nodes:
    """Builds nodes from events; `problems` grows on the way."""

    def __init__(self, text: SourceText, events: Iterator[Event]) -> None:
        """Nothing is read yet."""
        self.text = text
        self.events = events
        self.problems: list[Problem] = []
        self.has_questions = "? " in text.body or "?\n" in text.body

    def document(self) -> Node | None:
        """The root of the one document that a file is; None where there is nothing in it."""
        root, begun = None, False
        for event in self.events:
            if isinstance(event, NodeEvent):
                root = None if _is_nothing(event) else self._node(event)
            elif isinstance(event, DocumentStartEvent) and not begun:
                begun = True
                if event.version or event.tags:
                    self._tell(refusals.refuse_directive(self.text))
            elif isinstance(event, _DOCUMENT_MARKS) and event.explicit:
                self._tell(refusals.second_document(self.text, event))
                break
        return root

    def _node(self, event: Event) -> Node:
        kind = type(event)
        if _is_marked(event):
            self._tell(refusals.properties(self.text, event, self._at(event)))
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is SequenceStartEvent:
            return self._sequence(event)
        if kind is AliasEvent:
            return Scalar(f"*{event.anchor}", self._at(event), "plain")
        return self._mapping(event)

    def _scalar(self, event: Event) -> Scalar:
        style = _STYLES[event.style]
        if style == "plain" and not (event.value.isascii() and event.start_mark.line == event.end_mark.line):
            self._look_at_plain(event)
        return Scalar(event.value, self._at(event), style)

    def _sequence(self, start: Event) -> Sequence:
        items = []
        while type(event := next(self.events)) is not SequenceEndEvent:
            items.append(self._node(event))
        return Sequence(tuple(items), self._at(start))

    def _mapping(self, start: Event) -> Mapping:
        entries: dict[str, Entry] = {}
        while type(event := next(self.events)) is not MappingEndEvent:
            entry = self._entry(event)
            if entry is None:
                continue
            first = entries.setdefault(entry.key, entry)
            if first is not entry:
                self._tell(refusals.twice(entry, first))
        return Mapping(tuple(entries.values()), self._at(start))

    def _entry(self, event: Event) -> Entry | None:
        fault = self._fault_of_key(event)
        if isinstance(event, CollectionStartEvent):
            self._node(event)
        after = next(self.events)
        value = None if _is_nothing(after) else self._node(after)
        if fault:
            self._tell(fault)
            return None
        return Entry(event.value, self._at(event), value)

    def _fault_of_key(self, event: Event) -> Problem | None:
        if type(event) is not ScalarEvent or event.style in ("|", ">") or _is_marked(event):
            return refusals.refuse_key(self.text, event, self._at(event))
        if event.style:
            return None
        if not event.value:
            return refusals.missing_key(self._at(event))
        if event.value == "<<":
            return refusals.refuse_merge_key(self._at(event))
        if self.has_questions and self._follows_a_question_mark(event.start_mark):
            return refusals.question(self._at(event))
        return None if event.value.isascii() else lookalike_in_key(self.text, event)

    def _follows_a_question_mark(self, mark: Event) -> bool:
        return self.text.row(mark.line)[max(0, mark.column - 9) : mark.column].rstrip().endswith("?")

    def _look_at_plain(self, event: Event) -> None:
        start, end = event.start_mark, event.end_mark
        if not event.value.isascii():
            self._tell(lookalike_before_text(self.text, start.line, start.column))
        for row in range(start.line + 1, end.line + 1):
            if self.text.row(row).lstrip().startswith("- "):
                self._tell(refusals.joined_item(self.text, row))

    def _at(self, event: Event) -> Position:
        start, end = event.start_mark, event.end_mark
        row, column = start.line, start.column
        if end.line == row:
            return Position(self.text.file, row + 1, column + 1, end.column - column or 1)
        return self.text.at(row, column, len(self.text.row(row).rstrip()) - column)

    def _tell(self, problem: Problem | None) -> None:
        if problem:
            self.problems.append(problem)
            if len(self.problems) == MAX_TOLD:
                raise LimitError(refusals.too_much(problem.position, MAX_TOLD))


def _is_marked(event: Event) -> bool:
    return event.anchor is not None or event.tag is not None


def _is_nothing(event: Event) -> bool:
    return type(event) is ScalarEvent and not event.value and not event.style and event.anchor is event.tag is None
