"""From events to nodes, refusing on the way what YAML can do and a playbook has no use for."""

from collections.abc import Iterator

from yaml.events import AliasEvent, CollectionStartEvent, MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from guildbook.problems import Position, Problem
from guildbook.sources.events import Event, Stop
from guildbook.sources.lookalikes import lookalike_before_text, lookalike_in_key
from guildbook.sources.quoting import quote_the_value, text_in_brackets, value_start
from guildbook.sources.text import MAX_TOLD, Text
from guildbook.sources.tree import Entry, Mapping, Node, Scalar, Sequence, Style
from guildbook.words import N_

_STYLES: dict[str | None, Style] = {'"': "quoted", "'": "quoted", "|": "block", ">": "block"}
_SPECIAL = {"&": N_("A value cannot begin with &: YAML takes what follows for a name it should remember."),
            "!": N_("A value cannot begin with !: YAML takes what follows for an instruction."),
            "*": N_("A value cannot begin with *: YAML takes what follows for the name of something to copy.")}  # fmt: skip


class Nodes:
    """Builds nodes from events; `problems` grows on the way."""

    def __init__(self, text: Text, events: Iterator[Event]) -> None:
        """Nothing is read yet."""
        self.text = text
        self.events = events
        self.problems: list[Problem] = []

    def document(self) -> Node | None:
        """The root of the one document that a file is; None where there is nothing in it."""
        root = None
        for event in self.events:
            if isinstance(event, DocumentStartEvent | DocumentEndEvent):
                self._tell(_mark_of_document(self.text, event, is_first=root is None))
            elif isinstance(event, NodeEvent) and not _is_nothing(event):
                root = self.node(event)
        return root

    def node(self, event: Event) -> Node:
        """The node that begins with this event, and all that is in it."""
        kind = type(event)
        if kind is AliasEvent or event.anchor is not None or event.tag is not None:
            self._refuse_special(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is SequenceStartEvent:
            return self._sequence(event)
        if kind is AliasEvent:
            return Scalar(f"*{event.anchor}", self._at(event), "plain")
        return self._mapping(event)

    def _scalar(self, event: Event) -> Scalar:
        style = _STYLES.get(event.style, "plain")
        if style == "plain":
            self._look_at_plain(event)
        return Scalar(event.value, self._at(event), style)

    def _sequence(self, start: Event) -> Sequence:
        items = []
        while type(event := next(self.events)) is not SequenceEndEvent:
            items.append(self.node(event))
        return Sequence(tuple(items), self._at(start))

    def _mapping(self, start: Event) -> Mapping:
        entries: dict[str, Entry] = {}
        while type(event := next(self.events)) is not MappingEndEvent:
            entry = self._entry(event)
            if entry is None:
                continue
            if entry.key in entries:
                self._tell(_twice(entry, entries[entry.key]))
            else:
                entries[entry.key] = entry
        return Mapping(tuple(entries.values()), self._at(start))

    def _entry(self, event: Event) -> Entry | None:
        fault = self._fault_of_key(event)
        if isinstance(event, CollectionStartEvent):
            self.node(event)
        after = next(self.events)
        value = None if _is_nothing(after) else self.node(after)
        if fault:
            self._tell(fault)
            return None
        return Entry(event.value, self._at(event), value)

    def _fault_of_key(self, event: Event) -> Problem | None:
        if type(event) is not ScalarEvent or event.style in ("|", ">") or event.anchor is not None or event.tag is not None:
            return self._key_is_no_text(event)
        row, column = event.start_mark.line, event.start_mark.column
        if event.style:
            return None
        if not event.value:
            return self._key_is_missing(event)
        if event.value == "<<":
            return self._merge(event)
        if self.text.row(row)[max(0, column - 9) : column].rstrip().endswith("?"):
            return self._question(event)
        return None if event.value.isascii() else lookalike_in_key(self.text, row, column, event.value)

    def _look_at_plain(self, event: Event) -> None:
        start, end = event.start_mark, event.end_mark
        if not event.value.isascii():
            self._tell(lookalike_before_text(self.text, start.line, start.column))
        for row in range(start.line + 1, end.line + 1):
            if self.text.row(row).lstrip().startswith("- "):
                self._tell(_swallowed_item(self.text, row))

    def _refuse_special(self, event: Event) -> None:
        row, column = event.start_mark.line, event.start_mark.column
        first = self.text.row(row)[column]
        fix, values = quote_the_value(self.text, row, column)
        self._tell(Problem(self._at(event), "yaml-special", _SPECIAL[first], fix, values))

    def _key_is_no_text(self, event: Event) -> Problem:
        row, column = event.start_mark.line, event.start_mark.column
        start = value_start(self.text.row(row))
        if not self.text.row(row)[start : column + 1].strip("{["):
            return text_in_brackets(self.text, row, start)
        fix, values = quote_the_value(self.text, row, column)
        return Problem(self._at(event), "yaml-key", N_("What stands before a colon has to be one word or name."), fix, values)

    def _question(self, event: Event) -> Problem:
        return Problem(
            self._at(event), "yaml-key", N_("A key cannot begin with a question mark and a blank."), N_("Take the question mark out.")
        )

    def _key_is_missing(self, event: Event) -> Problem:
        return Problem(
            self._at(event), "yaml-key", N_("There is nothing before this colon."), N_("Write a key before it, or take it out.")
        )

    def _merge(self, event: Event) -> Problem:
        return Problem(
            self._at(event),
            "yaml-special",
            N_("The sign << would copy keys from elsewhere, which is not done in a playbook."),
            N_("Write the keys out in full here."),
        )

    def _at(self, event: Event) -> Position:
        start, end = event.start_mark, event.end_mark
        row, column = start.line, start.column
        length = end.column - column if end.line == row else len(self.text.lines[row].rstrip()) - column
        return Position(self.text.file, row + 1, column + 1, length or 1)

    def _tell(self, problem: Problem | None) -> None:
        if problem:
            self.problems.append(problem)
            if len(self.problems) == MAX_TOLD:
                raise Stop(_too_much(problem))


def _twice(second: Entry, first: Entry) -> Problem:
    return Problem(
        second.key_at,
        "yaml-duplicate-key",
        N_("The key {key} stands here a second time; the first is on line {line}."),
        N_("Keep one of the two, or give this one another name."),
        {"key": second.key, "line": first.key_at.line},
    )


def _swallowed_item(text: Text, row: int) -> Problem:
    line = text.row(row)
    return Problem(
        text.at(row, len(line) - len(line.lstrip())),
        "yaml-indent",
        N_("This list item stands further in than what is above it, so YAML joins it to that text."),
        N_("Begin it in the column of the items above it, or on the line after a key and its colon."),
    )


def _is_nothing(event: Event) -> bool:
    return type(event) is ScalarEvent and not event.value and not event.style and event.anchor is event.tag is None


def _too_much(last: Problem) -> Problem:
    return Problem(
        last.position,
        "yaml-too-many",
        N_("This file holds {limit} problems up to here, and was not read further."),
        N_("Mend these first; then you are told the rest."),
        {"limit": MAX_TOLD},
    )
