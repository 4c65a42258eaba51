"""A book with another value at a path."""

from typing import Any

from guildbook.model import Part


def replace_value(thing: Any, steps: list[str], canary: str) -> Any:
    """The same thing with the value at a path replaced."""
    if not steps:
        return canary
    step, rest = steps[0], steps[1:]
    if isinstance(thing, Part):
        return thing.model_copy(update={step: replace_value(getattr(thing, step), rest, canary)})
    if isinstance(thing, dict):
        return {**thing, step: replace_value(thing[step], rest, canary)}
    return [replace_value(item, rest, canary) if number == int(step) else item for number, item in enumerate(thing)]
