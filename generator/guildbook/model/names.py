"""What a place in the book is called when we speak to its owner: `rule "no-spam", text`."""

from collections.abc import Callable

from guildbook.words import N_

_THINGS = {
    "rules": N_("rule"),
    "groups": N_("group"),
    "retired": N_("retired rule"),
    "ladder": N_("rung"),
    "places": N_("place"),
    "playbooks": N_("playbook"),
    "replies": N_("reply"),
    "cases": N_("case"),
    "points": N_("point"),
    "reasons_to_stay": N_("reason to stay"),
    "growth": N_("activity"),
}


def name_of(place: str, translate: Callable[[str], str] = str) -> str:
    """The name of the thing at a place and of the field in it, as an owner knows them; empty for a whole file."""
    said: list[str] = []
    steps = place.split("/") if place else []
    while steps:
        step = steps.pop(0)
        if step in _THINGS and steps:
            said.append(f'{translate(_THINGS[step])} "{steps.pop(0)}"')
        elif step.isdigit() and said:
            said[-1] += f" {int(step) + 1}"
        elif step not in ("community", "site") or not steps:
            said.append(step)
    return ", ".join(said)
