"""What a place in the book is called when we speak to its owner: `rule "no-spam", text`."""

from collections.abc import Callable

from guildbook.model.kinds import KINDS

_NAMES = {kind.key: kind.name for kind in KINDS if kind.name}
"""The kinds by the key below which they stand."""

_FILES = ("community", "site", "welcome", "team", "conversations", "energy", "feedback")
"""Places that are a whole file: its name stands beside the problem already."""


def name_of(path: str, translate: Callable[[str], str] = str) -> str:
    """The name of the thing at a place and of the field in it, as an owner knows them; empty for a whole file."""
    said: list[str] = []
    steps = path.split("/") if path else []
    while steps:
        step = steps.pop(0)
        if step in _NAMES and steps:
            said.append(f'{translate(_NAMES[step])} "{steps.pop(0)}"')
        elif step.isdigit() and said:
            said[-1] += f" {int(step) + 1}"
        elif step not in _FILES or not steps:
            said.append(step)
    return ", ".join(said)
