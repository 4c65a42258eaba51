"""A text as libyaml's events: bounded, so that no file can exhaust us, and where it breaks off, why."""

from dataclasses import dataclass
from typing import Any

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, ScalarEvent

from guildbook.problems import Problem
from guildbook.sources.text import Text
from guildbook.words import N_

MAX_DEPTH = 20
MAX_NODES = 200_000

Event = Any  # yaml's stubs call every mark optional; those of parsed events never are


@dataclass(frozen=True, slots=True)
class Events:
    """The events up to the end, up to the fault of the syntax, or up to the limit that was passed."""

    seen: list[Event]
    fault: yaml.MarkedYAMLError | None = None
    limit: Problem | None = None


def events(text: Text) -> Events:
    """One pass over the text with the C loader."""
    seen: list[Event] = []
    depth = nodes = 0
    try:
        for event in yaml.parse(text.body, Loader=yaml.CSafeLoader):
            seen.append(event)
            if isinstance(event, ScalarEvent | AliasEvent):
                nodes += 1
            elif isinstance(event, CollectionStartEvent):
                nodes += 1
                depth += 1
                if depth > MAX_DEPTH:
                    return Events(seen, limit=_too_deep(text, event))
            elif isinstance(event, CollectionEndEvent):
                depth -= 1
            if nodes > MAX_NODES:
                return Events(seen, limit=_too_many(text, event))
    except yaml.MarkedYAMLError as fault:
        return Events(seen, fault)
    return Events(seen)


def _too_deep(text: Text, event: Event) -> Problem:
    return Problem(
        text.at(event.start_mark.line, event.start_mark.column),
        "yaml-too-deep",
        N_("Lists and keys are put into each other more than {limit} deep here."),
        N_("Nothing in a playbook needs that: look for brackets that are not closed, or lines that stand too far in."),
        {"limit": MAX_DEPTH},
    )


def _too_many(text: Text, event: Event) -> Problem:
    return Problem(
        text.at(event.start_mark.line, event.start_mark.column),
        "yaml-too-big",
        N_("This file holds more than {limit} keys and values."),
        N_("Divide it into several files."),
        {"limit": f"{MAX_NODES:,}"},
    )
